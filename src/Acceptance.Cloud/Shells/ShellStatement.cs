namespace Acceptance.Cloud.Shells;

/// <summary>A command as it stands in a list, with what surrounds it.</summary>
public sealed record ShellStatement(int Start, int End, ShellCommand Command)
{
    /// <summary>Of all that it is: a pipeline's own are its members'.</summary>
    public IReadOnlyList<ShellRedirect> Redirects { get; init; } = [];

    /// <summary>It begins with ! and ends with 0 where it would not.</summary>
    public bool Negated { get; init; }

    /// <summary>It ends with an ampersand: the shell does not wait for it.</summary>
    public bool Background { get; init; }
}
