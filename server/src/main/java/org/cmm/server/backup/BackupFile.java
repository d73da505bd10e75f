package org.cmm.server.backup;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.cmm.server.backup.Manifest.StoredFile;
import org.cmm.server.backup.Manifest.StoredTable;

/** A backup that is read: whole and undamaged, as looked at when it was opened. */
final class BackupFile implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 64 << 20;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Reads every byte of it once. */
    static BackupFile open(Path file) throws IOException, BackupFault {
        ZipFile zip = zip(file);
        try {
            BackupFile opened = new BackupFile(zip, manifest(zip, file));
            opened.checkAll(file);
            return opened;
        } catch (ZipException e) {
            zip.close();
            throw damaged(file, String.valueOf(e.getMessage()));
        } catch (IOException | BackupFault | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException, BackupFault {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw damaged(file, "it is no backup of CMM, or it was cut off");
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException, BackupFault {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupFault("%s is no backup of CMM: it holds no %s".formatted(file, Manifest.ENTRY));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = Manifest.of(in.readNBytes(LONGEST_MANIFEST));
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupFault(
                        "%s was written by %s, which is newer than this program: restore with that version"
                                .formatted(file, manifest.madeBy()));
            }
            return manifest;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw damaged(file, Manifest.ENTRY + " cannot be understood");
        }
    }

    private void checkAll(Path file) throws IOException, BackupFault {
        for (StoredTable table : manifest.tables()) {
            check(table.entry(), table.sha256(), file);
        }
        for (StoredFile stored : manifest.files()) {
            check(stored.entry(), stored.sha256(), file);
        }
    }

    private void check(String entry, String sha256, Path file) throws IOException, BackupFault {
        Sha256Output digest = new Sha256Output(OutputStream.nullOutputStream());
        try (InputStream in = content(entry)) {
            in.transferTo(digest);
        }
        if (!digest.digest().equals(sha256)) {
            throw damaged(file, entry + " is not what was written");
        }
    }

    private static BackupFault damaged(Path file, String how) {
        return new BackupFault(
                "%s is damaged: %s. Nothing was changed; use another copy of the backup".formatted(file, how));
    }

    Manifest manifest() {
        return manifest;
    }

    /** The plain bytes of an entry. */
    InputStream content(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw new ZipException(entry + " is missing");
        }
        return zip.getInputStream(found);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
