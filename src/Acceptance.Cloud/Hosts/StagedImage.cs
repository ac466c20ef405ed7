namespace Acceptance.Cloud.Hosts;

/// <summary>A verified file on the jumphost; whether it had to be fetched.</summary>
public sealed record StagedImage(string Path, string Sha512, long Bytes, bool Fetched);
