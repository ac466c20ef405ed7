namespace Acceptance.Cloud.Shells;

/// <summary>What a piece of a word is to a shell.</summary>
public enum ShellPieceKind
{
    /// <summary>Stands for itself, outside of quotes; backslashes are taken away.</summary>
    Bare,

    /// <summary>Stands for itself, inside of quotes; the quotes are taken away.</summary>
    Quoted,

    /// <summary>$NAME, ${NAME} and the shell's own, such as $1 and $?.</summary>
    Variable,

    /// <summary>What only a shell can expand: ${NAME:-other}, $'...', $"...".</summary>
    Expansion,

    /// <summary>Runs a command: `...`, $(...), &lt;(...), &gt;(...).</summary>
    Substitution,
}
