using Acceptance.Cloud.Commands;

namespace Acceptance.Cloud.Juju;

/// <summary>The model, always asked as controller:model (FACTS 0.19).</summary>
public interface IJuju
{
    /// <summary>One `juju status --format=json`, containers and subordinates included.</summary>
    Task<Reading<JujuModel>> Status(CancellationToken cancel = default);

    /// <summary>
    /// One batched `juju exec` on all units: an answer a unit; a unit that did not answer is missing, and the caller
    /// names it unknown. Units whose agent is lost must not be asked.
    /// </summary>
    Task<Reading<IReadOnlyDictionary<string, UnitAnswer>>> Exec(
        IReadOnlyCollection<string> units,
        CommandLine command,
        CancellationToken cancel = default
    );

    /// <summary>
    /// One option of an application, as text; empty where it is not set. One alone: the others may be secrets.
    /// </summary>
    Task<Reading<string>> Option(string application, string option, CancellationToken cancel = default);

    /// <summary>The model's effective default space; empty where none is set.</summary>
    Task<Reading<string>> DefaultSpace(CancellationToken cancel = default);

    /// <summary>The controller that answers: name and uuid.</summary>
    Task<Reading<JujuController>> Controller(CancellationToken cancel = default);
}
