package io.github.eicluster.mojo;

import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Services of Maven that goals need. */
record Services(SettingsDecrypter decrypter, RepositorySystem repositories) {}
