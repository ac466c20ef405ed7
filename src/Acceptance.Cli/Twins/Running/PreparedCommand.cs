using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// The command as it runs in a twin's world: its texts read before, what must read differently there rewritten and
/// listed.
/// </summary>
internal sealed class PreparedCommand(Twin twin, IReadOnlyList<TextPiece> pieces, RunWishes wishes, TextWriter error)
{
    /// <summary>Addresses of the real cloud are refused before anything starts.</summary>
    public static void RefuseRealAddresses(IReadOnlyList<TextPiece> pieces, RunWishes wishes)
    {
        if (wishes.Rewrite)
            return;
        foreach (var piece in pieces)
        {
            if (RealAddresses.First(piece.Text) is not { } first)
                continue;
            throw new Refusal(
                ExitCode.Usage,
                $"acceptance twin run: {Where(piece, first.Line)} names {first.Found}, "
                    + "an address of the real cloud; allowed: its addresses as the twin has them, "
                    + $"127.{RealAddresses.LiteralBlock} for 10.12. With --rewrite it is read so, "
                    + "and each change is listed."
            );
        }
    }

    public IReadOnlyList<string> Words(IReadOnlyList<string> words)
    {
        var prepared = words.ToArray();
        string? input = null;
        foreach (var piece in pieces)
        {
            var text = Rewritten(piece);
            if (text == piece.Text)
                continue;
            if (piece.At == TextPiece.StandardInput)
                input = Copy(piece, text);
            else
                prepared[piece.At] = piece.IsFile ? Copy(piece, text) : text;
        }

        // The shell in between gives the command a file to read from, and becomes the command.
        return input is null
            ? prepared
            : ["/bin/bash", "-c", "input=$1; shift; exec \"$@\" <\"$input\"", "bash", input, .. prepared];
    }

    private string Rewritten(TextPiece piece)
    {
        var text = piece.Text;
        var changes = new List<TextChange>();
        changes.AddRange(RealAddresses.Changes(text, twin.Block));
        text = RealAddresses.InBlock(text, twin.Block);
        if (twin.Block != RealAddresses.LiteralBlock && RealAddresses.FirstLiteral(piece.Text) is { } literal)
        {
            if (!wishes.Rewrite)
                throw new Refusal(
                    ExitCode.Usage,
                    $"acceptance twin run: {Where(piece, literal.Line)} names {literal.Found}, "
                        + $"and {BlockHolder.Of(RealAddresses.LiteralBlock)}. This twin has 127.{twin.Block}: "
                        + "with --rewrite it is read so; or end that process and repeat the command."
                );
            changes.AddRange(RealAddresses.ChangesFromLiteral(piece.Text, twin.Block));
            text = RealAddresses.FromLiteral(text, twin.Block);
        }

        foreach (
            var rewrite in (Func<string, (string, IReadOnlyList<TextChange>)>[])
                [
                    new Placeholders(twin.Placeholders, wishes.Fill).Fill,
                    new LowPorts(twin).Rewrite,
                    one => new WritesInText(twin).Map(piece.Name, one),
                ]
        )
        {
            (text, var more) = rewrite(text);
            changes.AddRange(more);
        }

        Tell(piece, changes);
        return text;
    }

    private void Tell(TextPiece piece, IReadOnlyList<TextChange> changes)
    {
        if (changes.Count == 0)
            return;
        error.WriteLine($"acceptance twin run: {piece.Name} as it runs here:");
        foreach (var change in changes.OrderBy(change => change.Line))
            error.WriteLine($"  line {change.Line}: {change.Found} -> {change.Became} ({change.Why})");
    }

    private string Copy(TextPiece piece, string text)
    {
        var folder = Path.Combine(twin.Home, ".twin", "rewritten");
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, $"{piece.At + 1}-{Path.GetFileName(piece.Name).Replace(' ', '-')}");
        File.WriteAllText(copy, text);
        if (!OperatingSystem.IsWindows() && text.StartsWith("#!", StringComparison.Ordinal))
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return copy;
    }

    private static string Where(TextPiece piece, int line) => piece.IsFile ? $"{piece.Name}, line {line}," : piece.Name;
}
