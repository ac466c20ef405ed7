using System.Text;

namespace Acceptance.Cloud.Files;

/// <summary>A file that somebody else may have written, or that is a device without an end.</summary>
public static class BoundedFile
{
    /// <summary>8 MiB: no site file, openrc or kubeconfig is as long.</summary>
    public const int Longest = 8 * 1024 * 1024;

    /// <summary>Its text; a longer one than the bound is refused, and no more of it is read.</summary>
    public static string Read(string path)
    {
        using var file = File.OpenRead(path);
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = file.Read(piece)) > 0)
        {
            kept.Write(piece, 0, read);
            if (kept.Length > Longest)
                throw new FileTooLongException($"it is longer than {Longest >> 20} MiB");
        }

        kept.Position = 0;
        using var text = new StreamReader(kept, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
