@echo off
rem Miniature of the start script: shows what it would start, starts nothing.
set EI_HOME=%~dp0..
echo java %JAVA_OPTS% -Dcarbon.home="%EI_HOME%" -DworkerNode=false org.wso2.carbon.bootstrap.Bootstrap %*
