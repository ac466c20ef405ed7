using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Permits;

namespace Acceptance.Cloud;

/// <summary>What is about to leave the suite: a value of a catalogue, and where it goes.</summary>
public abstract record Intent
{
    /// <summary>An HTTP request.</summary>
    /// <param name="Operation">What is asked.</param>
    /// <param name="Path">The path as the service's own reference words it, query left out
    /// ("/v2.1/servers/detail").</param>
    /// <param name="At">The whole address.</param>
    public sealed record Request(Operation Operation, string Path, Uri At) : Intent
    {
        public string Service => Operation.Service;

        public string Method => Operation.Method;

        public override Permit Needs => Operation.Needs;

        public override string ToString() => $"{Method} {At}";
    }

    /// <summary>A program.</summary>
    /// <param name="Line">What runs.</param>
    /// <param name="Words">The words as the operator would type them, before any ssh that carries them to the
    /// jumphost; no secret stands in them.</param>
    public sealed record Argv(CommandLine Line, IReadOnlyList<string> Words) : Intent
    {
        public override Permit Needs => Line.Needs;

        public override string ToString() => string.Join(' ', Words);
    }

    private Intent() { }

    /// <summary>What it needs, by its catalogue.</summary>
    public abstract Permit Needs { get; }
}
