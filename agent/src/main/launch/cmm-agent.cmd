@echo off
rem Starts the CMM agent with a Java 17 or newer; --help lists its settings.
setlocal
set "LEAST=17"
set "VERSION=0"
set "MAJOR=0"
rem By way of the path, because a quoted program inside 'for' loses its quotes.
if defined JAVA_HOME set "PATH=%JAVA_HOME%\bin;%PATH%"

for /f "tokens=3" %%v in ('java -version 2^>^&1 ^| findstr /i version') do set "VERSION=%%~v"
for /f "delims=.-+_" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS %LEAST% goto missing

java "@%~dp0jvm.options" -jar "%~dp0cmm-agent.jar" %*
exit /b %ERRORLEVEL%

:missing
echo cmm-agent: no Java %LEAST% or newer was found in JAVA_HOME or PATH.>&2
echo Install one, for instance Temurin from https://adoptium.net, and open a new window.>&2
exit /b 2
