using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Juju;

/// <summary>The juju client, always told its model.</summary>
internal sealed class JujuClient(Shell.Shell shell, SiteJuju? site, Deadlines deadlines) : IJuju
{
    public Task<Reading<JujuModel>> Status(CancellationToken cancel = default) =>
        Ask(
            known => Call(deadlines.Command, CommandCatalogue.JujuStatus.With(Model(known))),
            StatusDocument.Read,
            cancel
        );

    public async Task<Reading<IReadOnlyDictionary<string, UnitAnswer>>> Exec(
        IReadOnlyCollection<string> units,
        CommandLine command,
        CancellationToken cancel = default
    )
    {
        if (units.Count == 0)
            return new Reading<IReadOnlyDictionary<string, UnitAnswer>>.Seen(
                new Dictionary<string, UnitAnswer>(),
                Evidence.None
            );
        // A failed task, or a unit that did not answer in time, makes juju exit 1; what did answer is on stdout all
        // the same.
        return await Ask(
            known =>
                Call(
                    deadlines.Remote,
                    CommandCatalogue.JujuExec.Carrying(command, Model(known), string.Join(',', units))
                ),
            Answers,
            cancel,
            jsonCountsWhateverTheExit: true
        );
    }

    public Task<Reading<string>> Option(string application, string option, CancellationToken cancel = default) =>
        Ask(
            known => Call(deadlines.Command, CommandCatalogue.JujuOption.With(Model(known), application, option)),
            (call, answer) =>
                new Reading<string>.Seen(answer.Output.Trim(), shell.EvidenceOf(call, answer.At, answer.Output)),
            cancel
        );

    public Task<Reading<string>> DefaultSpace(CancellationToken cancel = default) =>
        Ask(
            known => Call(deadlines.Command, CommandCatalogue.JujuDefaultSpace.With(Model(known))),
            // Keys as Go names them: the answer's type has no names of its own for JSON.
            answer => answer["default-space"]["Value"].TextOrNull() ?? "",
            cancel
        );

    public Task<Reading<JujuController>> Controller(CancellationToken cancel = default) =>
        Ask(
            _ => Call(deadlines.Command, CommandCatalogue.JujuControllers.With()),
            answer => new JujuController(site!.Controller, answer["controllers"][site.Controller]["uuid"].Text()),
            cancel
        );

    private static string Model(SiteJuju known) => $"{known.Controller}:{known.Model}";

    private static ProgramCall Call(TimeSpan within, CommandLine line) => new(line) { Within = within };

    private Task<Reading<T>> Ask<T>(
        Func<SiteJuju, ProgramCall> asks,
        Func<Field, T> read,
        CancellationToken cancel,
        bool jsonCountsWhateverTheExit = false
    ) => Ask(asks, (call, answer) => ProgramJson.Read(shell, call, answer, read), cancel, jsonCountsWhateverTheExit);

    private async Task<Reading<T>> Ask<T>(
        Func<SiteJuju, ProgramCall> asks,
        Func<ProgramCall, ProgramAnswer, Reading<T>> read,
        CancellationToken cancel,
        bool jsonCountsWhateverTheExit = false
    )
    {
        if (site is null)
            return new Reading<T>.Unread(
                Unreadable.NotOursToRead,
                $"The site has no juju section: there is no model to ask.",
                Evidence.None
            );
        var call = asks(site);
        var reading = await shell.Run(call, cancel);
        if (reading is not Reading<ProgramAnswer>.Seen { Value: var answer })
            return reading.As<T>();
        var readable =
            answer.Exit == 0 || (jsonCountsWhateverTheExit && answer.Output.Contains('{', StringComparison.Ordinal));
        return readable ? read(call, answer) : JujuComplaint.Of(shell, call, answer, site.Controller).As<T>();
    }

    private static IReadOnlyDictionary<string, UnitAnswer> Answers(Field answer) =>
        answer
            .Members()
            .Select(task => (Unit: task.Name, Results: task.Value["results"]))
            .Where(task => !task.Results.IsAbsent && !task.Results["return-code"].IsAbsent)
            .ToDictionary(
                task => task.Unit,
                task => new UnitAnswer(
                    task.Unit,
                    task.Results["return-code"].Int(),
                    task.Results["stdout"].TextOrNull() ?? "",
                    task.Results["stderr"].TextOrNull() ?? ""
                ),
                StringComparer.Ordinal
            );
}
