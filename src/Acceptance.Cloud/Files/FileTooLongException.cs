namespace Acceptance.Cloud.Files;

/// <summary>A file that is no answer: longer than anything that it could be.</summary>
public sealed class FileTooLongException(string message) : IOException(message);
