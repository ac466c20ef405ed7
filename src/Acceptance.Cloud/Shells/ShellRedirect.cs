namespace Acceptance.Cloud.Shells;

/// <summary>Where a command's input comes from, or its output goes to.</summary>
/// <param name="Start">With the descriptor in front of it, where there is one.</param>
/// <param name="Operator">As it is written, without the descriptor: &gt;, &lt;&lt;- and their like.</param>
/// <param name="Target">A file, a descriptor, a text, or the word that ends a here-document.</param>
public sealed record ShellRedirect(int Start, string Operator, ShellToken Target)
{
    /// <summary>The number or {name} in front of the operator; empty where there is none.</summary>
    public string Descriptor { get; init; } = "";

    /// <summary>Of a here-document, which stands below the line.</summary>
    public ShellToken? Document { get; internal set; }

    /// <summary>It feeds standard input.</summary>
    public bool FeedsInput => Operator[0] == '<' && Descriptor is "" or "0";
}
