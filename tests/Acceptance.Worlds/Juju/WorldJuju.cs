using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin.World;
using Acceptance.Worlds.Hosts;
using JujuModel = Acceptance.Cloud.Juju.JujuModel;

namespace Acceptance.Worlds.Juju;

/// <summary>juju on the jumphost, asked for the site's model.</summary>
internal sealed class WorldJuju(TwinWorld world, Site site, WorldReadings readings, UnitShell shell) : IJuju
{
    public Task<Reading<JujuModel>> Status(CancellationToken cancel = default)
    {
        const string question = "juju status";
        lock (world.Gate)
            return Task.FromResult(
                Trouble() is { } why
                    ? readings.Unread<JujuModel>(question, why)
                    : readings.Seen(question, new JujuStatus(world).Model())
            );
    }

    public async Task<Reading<IReadOnlyDictionary<string, UnitAnswer>>> Exec(
        IReadOnlyCollection<string> units,
        CommandLine command,
        CancellationToken cancel = default
    )
    {
        var question = $"juju exec {command.Command.Id}";
        if (units.Count > 0 && Trouble() is { } why)
            return readings.Unread<IReadOnlyDictionary<string, UnitAnswer>>(question, why);
        Dictionary<string, UnitAnswer> answers = new(StringComparer.Ordinal);
        foreach (var name in units.Order(StringComparer.Ordinal))
        {
            if (world.Juju.FindUnit(name) is not { } unit)
                return readings.Unread<IReadOnlyDictionary<string, UnitAnswer>>(question, Unreadable.NotFound);
            if (unit.Lost)
                continue;
            if (await shell.Ask(unit, command) is not { } said)
                return await readings.Unknown<IReadOnlyDictionary<string, UnitAnswer>>(question);
            answers[name] = new UnitAnswer(name, said.Exit, said.Stdout, said.Stderr);
        }

        return readings.Seen<IReadOnlyDictionary<string, UnitAnswer>>(question, answers);
    }

    public Task<Reading<string>> Option(string application, string option, CancellationToken cancel = default)
    {
        var question = $"juju config {application} {option}";
        return Task.FromResult(
            Trouble() is { } why ? readings.Unread<string>(question, why)
            : world.Juju.FindApplication(application)?.Config.TryGetValue(option, out var value) == true
                ? readings.Seen(question, value.Trim())
            : readings.Unread<string>(question, Unreadable.Failed)
        );
    }

    public Task<Reading<string>> DefaultSpace(CancellationToken cancel = default)
    {
        const string question = "juju model-config default-space";
        return Task.FromResult(
            Trouble() is { } why
                ? readings.Unread<string>(question, why)
                : readings.Seen(question, world.Juju.DefaultSpace)
        );
    }

    /// <summary>From the client's own file: no login is needed.</summary>
    public Task<Reading<JujuController>> Controller(CancellationToken cancel = default)
    {
        const string question = "juju controllers";
        var juju = world.Juju;
        return Task.FromResult(
            site.Juju is null ? readings.Unread<JujuController>(question, Unreadable.NotOursToRead)
            : juju.ControllerHangs ? readings.Unread<JujuController>(question, Unreadable.TimedOut)
            : site.Juju.Controller != juju.Controller ? readings.Unread<JujuController>(question, Unreadable.Garbled)
            : readings.Seen(question, new JujuController(juju.Controller, juju.ControllerUuid))
        );
    }

    private Unreadable? Trouble()
    {
        var juju = world.Juju;
        return site.Juju is not { } asked ? Unreadable.NotOursToRead
            : juju.ControllerHangs ? Unreadable.TimedOut
            : juju.MacaroonStale ? Unreadable.LoginNeeded
            : asked.Controller != juju.Controller || juju.Gone ? Unreadable.NotFound
            : juju.IsNamed(asked.Model) ? null
            : Unreadable.NotFound;
    }
}
