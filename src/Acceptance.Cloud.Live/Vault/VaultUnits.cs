using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;

namespace Acceptance.Cloud.Live.Vault;

/// <summary>Vault, asked on its own units in one batch: exit 0 is unsealed, 2 sealed, 1 an error (FACTS 8.3).</summary>
internal sealed class VaultUnits(IJuju juju, SiteJuju? site) : IVault
{
    private const int Sealed = 2;

    public async Task<Reading<IReadOnlyDictionary<string, SealStatus>>> SealStatus(CancellationToken cancel = default)
    {
        var named = site ?? new SiteJuju { Controller = "", Model = "" };
        var application = Roles.ApplicationOf(named, Roles.Vault);
        var model = await juju.Status(cancel);
        if (model is not Reading<JujuModel>.Seen { Value: var known })
            return model.As<IReadOnlyDictionary<string, SealStatus>>();
        var units = known.Units.Where(Roles.Players(known, named, Roles.Vault)).ToArray();
        if (units.Length == 0)
            return NoUnit(known, application, model.Evidence);
        string[] answering = [.. units.Where(Answers).Select(unit => unit.Name)];
        if (answering.Length == 0)
            return Unread(
                Unreadable.Unreachable,
                $"No agent of {application} answers ({Agents(units)}): "
                    + $"Vault cannot be asked from elsewhere (FACTS 0.23).",
                model.Evidence
            );
        var answers = await juju.Exec(answering, CommandCatalogue.VaultStatus.With(), cancel);
        return answers is Reading<IReadOnlyDictionary<string, UnitAnswer>>.Seen { Value: var seen }
            ? Read(seen, answers.Evidence)
            : answers.As<IReadOnlyDictionary<string, SealStatus>>();
    }

    private static Reading<IReadOnlyDictionary<string, SealStatus>> NoUnit(
        JujuModel model,
        string application,
        Evidence evidence
    ) =>
        Unread(
            Unreadable.NotFound,
            $"The model {model.Name} has no unit of {application} (the site's juju.roles.vault names another "
                + $"application).",
            evidence
        );

    private static bool Answers(JujuUnit unit) =>
        !unit.Agent.Unsaid && unit.Agent.Known is not (AgentStatus.Lost or AgentStatus.Failed);

    private static Reading<IReadOnlyDictionary<string, SealStatus>> Read(
        IReadOnlyDictionary<string, UnitAnswer> answers,
        Evidence evidence
    )
    {
        Dictionary<string, SealStatus> statuses = new(StringComparer.Ordinal);
        foreach (var (unit, answer) in answers)
        {
            if (answer.Exit is not (0 or Sealed))
                return Unread(
                    answer.Exit == 64 ? Unreadable.NotEmulated : Unreadable.Failed,
                    $"vault status on {unit} ended with exit {answer.Exit}: {LastWords(answer)}{WayOut(answer)}.",
                    evidence
                );
            try
            {
                statuses[unit] = Status(Body.Parse(answer.Stdout));
            }
            catch (MisshapenException garbled)
            {
                return Unread(
                    Unreadable.Garbled,
                    $"What vault status printed on {unit} cannot be read: {garbled.Message}.",
                    evidence
                );
            }
        }

        return new Reading<IReadOnlyDictionary<string, SealStatus>>.Seen(statuses, evidence);
    }

    private static SealStatus Status(Field status) =>
        new(
            status["initialized"].Flag(),
            status["sealed"].Flag(),
            status["t"].Int(),
            status["n"].Int(),
            status["progress"].IntOrNull() ?? 0,
            status["storage_type"].TextOrNull() ?? "",
            status["ha_enabled"].Flag(whenAbsent: false),
            status["version"].TextOrNull() ?? ""
        );

    private static string Agents(IEnumerable<JujuUnit> units) =>
        string.Join(", ", units.Select(unit => $"{unit.Name} {unit.Agent}"));

    // The listener speaks TLS, and was asked in plain (or the other way round): nothing is said of the seal.
    private static string WayOut(UnitAnswer answer) =>
        answer.Stderr.Contains("HTTP request to an HTTPS server", StringComparison.Ordinal)
            ? "; Vault listens with TLS there: ask it over https (VAULT_ADDR=https://...), with its CA (VAULT_CACERT)"
        : answer.Stderr.Contains("HTTP response to HTTPS client", StringComparison.Ordinal)
            ? "; Vault listens without TLS there: ask it over http (VAULT_ADDR=http://...)"
        : "";

    private static string LastWords(UnitAnswer answer) =>
        (answer.Complaint.Length > 0 ? answer.Complaint : answer.Stdout).Trim() is { Length: > 0 } said
            ? said.Split('\n')[^1].Trim().TrimEnd('.')
            : "it printed nothing";

    private static Reading<IReadOnlyDictionary<string, SealStatus>> Unread(
        Unreadable why,
        Sentence sentence,
        Evidence evidence
    ) => new Reading<IReadOnlyDictionary<string, SealStatus>>.Unread(why, sentence, evidence);
}
