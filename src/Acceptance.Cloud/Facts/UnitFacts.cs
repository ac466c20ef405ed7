using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;

namespace Acceptance.Cloud.Facts;

/// <summary>What units say in their own shells, each question asked of all of them in one batch.</summary>
public static class UnitFacts
{
    /// <summary>ovn-controller's connection, on every unit of a chassis charm.</summary>
    public static FactKey<UnitAnswers> ChassisConnections { get; } =
        Asked(
            "ovn connection status",
            (model, site) => Roles.Players(model, site.Juju!, Roles.Chassis),
            _ => CommandCatalogue.ConnectionStatus.With()
        );

    /// <summary>Certificate and process of every chassis (FACTS 0.12).</summary>
    public static FactKey<UnitAnswers> ChassisCertificates { get; } =
        Asked(
            "ovn certificates",
            (model, site) => Roles.Players(model, site.Juju!, Roles.Chassis),
            _ => CommandCatalogue.ChassisCertificate.With()
        );

    /// <summary>The bridge to the provider network, on every unit of a chassis charm (D-057).</summary>
    public static FactKey<UnitAnswers> ProviderBridges { get; } =
        Asked(
            "provider bridges",
            (model, site) => Roles.Players(model, site.Juju!, Roles.Chassis),
            site =>
                CommandCatalogue.ProviderBridge.With(
                    $"/sys/class/net/{site.Juju!.ProviderBridge}/operstate",
                    $"/sys/class/net/{site.Juju.ProviderBridge}/carrier"
                )
        );

    /// <summary>`show stat` of every haproxy; who has none says so.</summary>
    public static FactKey<UnitAnswers> HaProxyStat { get; } =
        Asked("haproxy stat", (_, _) => unit => unit.Principal is null, _ => CommandCatalogue.HaProxyStat.With());

    /// <summary>nova.conf's reserve on every compute unit (D-040).</summary>
    public static FactKey<UnitAnswers> ReservedMemory { get; } =
        Asked(
            "nova reserved memory",
            (model, site) => Roles.Players(model, site.Juju!, Roles.Compute),
            site => CommandCatalogue.ReservedMemory.With(site.Compute!.NovaConf)
        );

    /// <summary>Whether the dashboard marks its cookies secure, on each of its units (D-044).</summary>
    public static FactKey<UnitAnswers> DashboardCookies { get; } =
        Asked(
            "dashboard cookies",
            (model, site) => Roles.Players(model, site.Juju!, Roles.Dashboard),
            _ =>
                PrerequisiteCommands.CookieSettings.With(
                    "/etc/openstack-dashboard/local_settings.py",
                    "/usr/share/openstack-dashboard/openstack_dashboard/local/local_settings.d"
                )
        );

    /// <summary>The driver that is installed beside each conductor, and the conductor's age (D-042).</summary>
    public static FactKey<UnitAnswers> Conductors { get; } =
        Asked(
            "magnum conductors",
            (model, site) => Roles.Players(model, site.Juju!, Roles.Magnum),
            site => CommandCatalogue.Conductor.With(site.Management!.DriverPackage)
        );

    /// <summary>When the installed driver was written: where it lies is what the conductors' units say.</summary>
    public static FactKey<UnitAnswers> DriverWritten { get; } =
        FactKey<UnitAnswers>.Moving(
            "magnum driver written",
            source =>
                source.From(
                    Conductors,
                    said =>
                        PipLocation.Records(said, source.Site.Management!) is { Length: > 0 } records
                            ? Ask(source, Roles.Magnum, CommandCatalogue.Written.With(records))
                            : NobodyToAsk(said)
                ),
            JujuFacts.Model,
            Conductors
        );

    /// <summary>`vault status` of every Vault unit.</summary>
    public static FactKey<IReadOnlyDictionary<string, SealStatus>> VaultSeals { get; } =
        FactKey<IReadOnlyDictionary<string, SealStatus>>.Moving(
            "vault seals",
            source => source.Cloud.Vault.SealStatus()
        );

    internal static FactKey<UnitAnswers> Asked(
        string id,
        Func<JujuModel, Site, Func<JujuUnit, bool>> whom,
        Func<Site, CommandLine> command
    ) =>
        FactKey<UnitAnswers>.Moving(
            id,
            source =>
                source.From(
                    JujuFacts.Model,
                    model => Ask(source.Cloud, model, whom(model, source.Site), command(source.Site))
                ),
            JujuFacts.Model
        );

    internal static Task<Reading<UnitAnswers>> Ask(FactSource source, string role, CommandLine command) =>
        source.From(
            JujuFacts.Model,
            model => Ask(source.Cloud, model, Roles.Players(model, source.Site.Juju!, role), command)
        );

    private static Task<Reading<UnitAnswers>> NobodyToAsk(UnitAnswers said) =>
        Task.FromResult<Reading<UnitAnswers>>(
            new Reading<UnitAnswers>.Seen(said with { Answers = new Dictionary<string, UnitAnswer>() }, Evidence.None)
        );

    // Only those whose agent is not lost: a lost one would hold up the others until the deadline.
    private static async Task<Reading<UnitAnswers>> Ask(
        ICloud cloud,
        JujuModel model,
        Func<JujuUnit, bool> whom,
        CommandLine command
    )
    {
        var units = model.Units.Where(whom).ToArray();
        string[] lost =
        [
            .. units.Where(unit => unit.Agent.Unsaid || unit.Agent.Is(AgentStatus.Lost)).Select(unit => unit.Name),
        ];
        string[] asked = [.. units.Select(unit => unit.Name).Except(lost)];
        if (asked.Length == 0)
            return new Reading<UnitAnswers>.Seen(
                new UnitAnswers([], lost, new Dictionary<string, UnitAnswer>()),
                Evidence.None
            );
        var answers = await cloud.Juju.Exec(asked, command);
        return answers.Map(read => new UnitAnswers(asked, lost, read));
    }
}
