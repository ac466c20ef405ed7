using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>
/// What a program printed as JSON. Noise before it (a warning, a deprecation) is stepped over, and the evidence says
/// so.
/// </summary>
internal static class ProgramJson
{
    public static Reading<T> Read<T>(Shell shell, ProgramCall call, ProgramAnswer answer, Func<Field, T> read)
    {
        var (json, noise) = Split(answer.Output);
        var evidence = shell.EvidenceOf(call, answer.At, json);
        if (noise.Length > 0)
            evidence = evidence with { Excerpt = evidence.Excerpt.After(Excerpt.From(noise, shell.Redaction, 2, 200)) };
        try
        {
            return new Reading<T>.Seen(read(Body.Parse(json)), evidence);
        }
        catch (MisshapenException garbled)
        {
            return new Reading<T>.Unread(
                Unreadable.Garbled,
                $"What {ShellQuoting.Line(call.Words)} printed cannot be read: {garbled.Message}.",
                evidence
            );
        }
    }

    /// <summary>The JSON begins at the first line that begins with a bracket.</summary>
    private static (string Json, string Noise) Split(string output)
    {
        for (var at = 0; at >= 0 && at < output.Length; )
        {
            if (output[at] is '{' or '[')
                return (output[at..], output[..at].Trim());
            var line = output.IndexOf('\n', at);
            at = line < 0 ? -1 : line + 1;
        }

        return (output, "");
    }
}
