@echo off
rem The installed agent at hand: cmm-agent status, --once, --version, --help.
setlocal
set "CMM_AGENT_DATA_DIRECTORY=%ProgramData%\CMM\agent"
"%~dp0runtime\bin\java.exe" "@%~dp0jvm.options" "-Djna.boot.library.path=%~dp0." -Djna.nounpack=true -jar "%~dp0cmm-agent.jar" %*
exit /b %ERRORLEVEL%
