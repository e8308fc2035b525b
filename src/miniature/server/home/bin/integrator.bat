@echo off
echo The miniature integrator has no start script for Windows.
exit /b 1
