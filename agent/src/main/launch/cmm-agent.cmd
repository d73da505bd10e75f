@echo off
rem Starts the CMM agent with a Java 17 or newer; --help lists its settings.
setlocal
set "LEAST=17"
set "JAVA=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION=0"
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i /c:" version "') do set "VERSION=%%~v"
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS %LEAST% goto missing

"%JAVA%" "@%~dp0jvm.options" -jar "%~dp0cmm-agent.jar" %*
exit /b %ERRORLEVEL%

:missing
echo cmm-agent: no Java %LEAST% or newer was found in JAVA_HOME or PATH.>&2
echo Install one, for instance Temurin from https://adoptium.net, and open a new window.>&2
exit /b 2
