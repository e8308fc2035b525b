package io.github.eicluster.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.codehaus.plexus.util.DirectoryScanner;

/** Lists the files of overlay folders, without what version control and editors leave there. */
public final class OverlayScanner {

    /**
     * Lists one folder.
     *
     * @param folder the folder, may be missing
     * @return files by their path below the folder, with {@code /}, sorted; empty if there is no such folder
     */
    public SortedMap<String, Path> scan(Path folder) {
        SortedMap<String, Path> files = new TreeMap<>();
        File directory = folder.toFile();
        if (!directory.isDirectory()) {
            return files;
        }
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(directory);
        scanner.addDefaultExcludes();
        scanner.scan();
        for (String name : scanner.getIncludedFiles()) {
            files.put(name.replace(File.separatorChar, '/'), folder.resolve(name));
        }
        return files;
    }
}
