"""Where the input lies: any file system that Hadoop knows, by its own classes on the driver."""

from urllib.parse import unquote

from failure import Refusal

SNIFFED = 1 << 18  # bytes of a file that are looked at for its head and its separator


class Files:
    """Paths of one job, as URIs."""

    def __init__(self, spark):
        self.jvm = spark.sparkContext._jvm
        self.configuration = spark.sparkContext._jsc.hadoopConfiguration()

    def path(self, uri, *below):
        path = self.jvm.org.apache.hadoop.fs.Path(uri)
        for name in below:
            path = self.jvm.org.apache.hadoop.fs.Path(path, name)
        return path

    def system(self, path):
        return path.getFileSystem(self.configuration)

    def default(self):
        """The file system of paths that name none."""
        return self.jvm.org.apache.hadoop.fs.FileSystem.get(self.configuration).getUri().toString()

    def status(self, path):
        """Nil where nothing is there."""
        system = self.system(path)
        return system.getFileStatus(path) if system.exists(path) else None

    def delete(self, uri):
        path = self.path(uri)
        self.system(path).delete(path, True)

    def parts(self, status):
        """The files of a table: one, or all in a folder but those that Spark itself passes by."""
        if not status.isDirectory():
            return [status]
        found = []
        for each in self.system(status.getPath()).listStatus(status.getPath()):
            name = each.getPath().getName()
            if name.startswith(("_", ".")):
                continue
            if each.isDirectory():
                raise Refusal("bad_folder", file=shown(status), found=name, expected="part files")
            found.append(each)
        return sorted(found, key=lambda each: each.getPath().getName())

    def start(self, status):
        """The first bytes of a file, unpacked where its ending says that it is packed."""
        path = status.getPath()
        codec = self.jvm.org.apache.hadoop.io.compress.CompressionCodecFactory(self.configuration).getCodec(path)
        stream = self.system(path).open(path)
        try:
            if codec is not None:
                stream = codec.createInputStream(stream)
            return bytes(stream.readNBytes(SNIFFED))
        finally:
            stream.close()


    def whole(self, status):
        """All bytes of a small file."""
        stream = self.system(status.getPath()).open(status.getPath())
        try:
            return bytes(stream.readAllBytes())
        finally:
            stream.close()


def shown(status):
    """The name of a file as messages say it."""
    return unquote(status.getPath().getName())


def uri(status):
    return status.getPath().toString()
