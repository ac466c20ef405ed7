namespace Acceptance.Cloud;

/// <summary>What is about to leave the suite.</summary>
public abstract record Intent
{
    /// <summary>An HTTP request.</summary>
    /// <param name="Service">The catalog type ("compute", "load-balancer"), or kubernetes, probe, image-source,
    /// control.</param>
    /// <param name="Method">GET, POST ...</param>
    /// <param name="Path">The path as the service's own reference words it, query left out
    /// ("/v2.1/servers/detail").</param>
    /// <param name="At">The whole address.</param>
    public sealed record Request(string Service, string Method, string Path, Uri At) : Intent
    {
        public override string ToString() => $"{Method} {At}";
    }

    /// <summary>
    /// A program. The words as the operator would type them, before any ssh that carries them to the jumphost.
    /// </summary>
    public sealed record Argv(IReadOnlyList<string> Words) : Intent
    {
        public override string ToString() => string.Join(' ', Words);
    }

    private Intent() { }
}
