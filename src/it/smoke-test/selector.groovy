def found = ['nginx', 'timeout'].every { program ->
    ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'].any { new File(it, program).canExecute() }
}
if (!found) {
    println 'smoke-test is skipped: nginx or timeout is not installed'
}
found
