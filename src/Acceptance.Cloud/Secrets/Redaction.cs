using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Secrets;

/// <summary>
/// Takes secrets out of what leaves the process: those that were learned, however they are spelled, and what looks
/// like one.
/// </summary>
public sealed class Redaction
{
    public const string Mask = "REDACTED";

    private readonly LearnedSecrets _learned = new();

    /// <summary>What this process has learned, of any cloud. Reports, console and journal know this one.</summary>
    public static Redaction OfProcess { get; } = new();

    /// <summary>A password, a token, a key: never shown again, from here on.</summary>
    public void Learn(string? secret) => _learned.Learn(secret);

    /// <summary>What a kubeconfig proves its user with.</summary>
    public void LearnKubeconfig(string text)
    {
        foreach (var secret in KubeconfigSecrets.In(text))
            Learn(secret);
    }

    public string Redacted(string text) => SecretShapes.Without(WithoutLearned(text));

    /// <summary>The same of a sentence.</summary>
    public Sentence Cleared(Sentence sentence) => $"{Redacted(sentence.ToString())}";

    /// <summary>
    /// The same of a command to paste. Where a quote goes with the secret it would be another command: a comment says
    /// so in its stead.
    /// </summary>
    public ByHand Pasted(ByHand command)
    {
        var typed = command.ToString();
        var shown = Redacted(typed);
        return shown == typed || Parts(shown).SequenceEqual(Parts(typed))
            ? ByHand.Quoted(shown)
            : $"# a command with a word that looks like a secret is not shown";
    }

    private static IEnumerable<(ShellTokenKind, bool)> Parts(string line) =>
        ShellLexer.Read(line).Select(token => (token.Kind, token.Open));

    /// <summary>The same for a text whose form must stand (JSON, HTML): only what was learned goes.</summary>
    public string WithoutLearned(string text) => _learned.Without(text);
}
