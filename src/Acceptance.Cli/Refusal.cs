namespace Acceptance.Cli;

/// <summary>Ends a command with a code and sentences an operator can act on.</summary>
public sealed class Refusal(int code, string sentences) : Exception(sentences)
{
    public int Code { get; } = code;
}
