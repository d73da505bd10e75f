UPDATE `RegLocator` SET `Type` = 18
UPDATE `Component` SET `Condition` = 'AUTHORITY' WHERE `Component` = 'Authority'
UPDATE `Component` SET `Condition` = 'PACKAGE' WHERE `Component` = 'Package'
UPDATE `Component` SET `Condition` = 'TOKEN' WHERE `Component` = 'Token'
UPDATE `Component` SET `Attributes` = 320 WHERE `Component` = 'Token'
UPDATE `InstallExecuteSequence` SET `Sequence` = 300 WHERE `Action` = 'LaunchConditions'
UPDATE `InstallUISequence` SET `Sequence` = 300 WHERE `Action` = 'LaunchConditions'
UPDATE `InstallExecuteSequence` SET `Sequence` = 5850 WHERE `Action` = 'WriteRegistryValues'
UPDATE `Property` SET `Value` = 'SERVER;TOKEN;AUTHORITY;KEEPDATA;PACKAGE;OLDERFOUND;NEWERFOUND' WHERE `Property` = 'SecureCustomProperties'
