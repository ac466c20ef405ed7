namespace Acceptance.Cloud.Twin.Personas;

/// <summary>What a persona's standard input is.</summary>
internal enum StdinKind
{
    /// <summary>/dev/null, or closed.</summary>
    Null,

    /// <summary>A terminal.</summary>
    Tty,

    /// <summary>A pipe or a file.</summary>
    Pipe,
}
