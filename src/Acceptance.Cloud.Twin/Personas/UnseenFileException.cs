namespace Acceptance.Cloud.Twin.Personas;

/// <summary>A judgement wants a file that the persona has not read yet.</summary>
internal sealed class UnseenFileException(string path) : Exception(path)
{
    public string Path { get; } = path;
}
