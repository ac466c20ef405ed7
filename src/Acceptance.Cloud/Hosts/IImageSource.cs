namespace Acceptance.Cloud.Hosts;

/// <summary>Where tenant images come from: stage and verify (FINDING-3).</summary>
public interface IImageSource
{
    /// <summary>
    /// Fetches the image to the operator's home (never the temporary folder: L7) unless a file with the right digest
    /// is there already, and verifies its sha512. A wrong digest is Garbled and leaves no file that looks staged.
    /// </summary>
    Task<Reading<StagedImage>> Stage(Uri url, string sha512, CancellationToken cancel = default);
}
