package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Unix modes of zip entries and files. */
final class Modes {

    static final int FILE_TYPE = 0100000;
    static final int DIRECTORY_TYPE = 0040000;
    static final int LINK_TYPE = 0120000;
    static final int TYPE_MASK = 0170000;

    static final int FILE = 0644;
    static final int EXECUTABLE = 0755;
    static final int DIRECTORY = 0755;
    static final int OWNER_ONLY = 0600;
    static final int OWNER_FOLDER = 0700;
    static final int LINK = 0777;

    /** From the lowest bit up. */
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OTHERS_EXECUTE,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_READ
    };

    private Modes() {}

    /** {@return the mode of a file for which nobody gives one} */
    static int ofNewFile(String path) {
        return path.startsWith("bin/") && path.endsWith(".sh") ? EXECUTABLE : FILE;
    }

    /** Sets a mode where the file system knows modes. */
    static void set(Path path, int mode) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(permissions(mode));
        }
    }

    static int of(Set<PosixFilePermission> permissions) {
        int mode = 0;
        for (int bit = 0; bit < BITS.length; bit++) {
            if (permissions.contains(BITS[bit])) {
                mode |= 1 << bit;
            }
        }
        return mode;
    }

    static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < BITS.length; bit++) {
            if ((mode & (1 << bit)) != 0) {
                permissions.add(BITS[bit]);
            }
        }
        return permissions;
    }
}
