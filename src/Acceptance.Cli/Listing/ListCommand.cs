using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Acceptance.Cli.Listing;

/// <summary>`acceptance list`: checks, entries, faults, rungs or tags, bottom up, a line each. Asks no cloud.</summary>
internal static class ListCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Make(TextWriter output) =>
        new(
            "list",
            "Lists what there is, bottom up by rung, a line each. Asks no cloud.\n\nExamples:\n"
                + "  acceptance list checks\n  acceptance list entries --format json"
        )
        {
            Of("checks", "The checks, and whether their rung stands or falls with them.", output, At(Lists.Checks)),
            Of("entries", "The known issues, with their other names.", output, At(Lists.Entries)),
            Of("faults", "What the twin can break, and the known issue that it makes.", output, Lists.Faults),
            Of("rungs", "The rungs of the ladder, and what each stands on.", output, At(Lists.Rungs)),
            Of("tags", "What a run may be narrowed to: --filter Category=TAG.", output, At(Lists.Tags)),
        };

    private static Func<CancellationToken, Task<IReadOnlyList<Listed>>> At(Func<IReadOnlyList<Listed>> rows) =>
        _ => Task.FromResult(rows());

    private static Command Of(
        string name,
        string says,
        TextWriter output,
        Func<CancellationToken, Task<IReadOnlyList<Listed>>> rows
    )
    {
        var format = FormatOption.Of("text (a line each) or json.");
        format.HelpName = "text|json";
        var command = new Command(name, says) { format };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var listed = await rows(cancel);
                if (parsed.GetValue(format) == FormatOption.Json)
                    output.WriteLine(JsonSerializer.Serialize(listed, Indented));
                else
                    Write(listed, output);
                return ExitCode.Kept;
            }
        );
        return command;
    }

    private static void Write(IReadOnlyList<Listed> listed, TextWriter output)
    {
        var (id, rung, kind) = (
            listed.Max(row => row.Id.Length),
            listed.Max(row => row.Rung?.Length ?? 1),
            listed.Max(row => row.Kind.Length)
        );
        foreach (var row in listed)
        {
            var entry = row.Entry is null || row.Entry == row.Id ? "" : $" (known issue {row.Entry})";
            output.WriteLine(
                $"{row.Id.PadRight(id)}  {(row.Rung ?? "-").PadRight(rung)}  {row.Kind.PadRight(kind)}  "
                    + $"{row.Says}{entry}"
            );
        }
    }
}
