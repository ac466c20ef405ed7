using System.Globalization;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// D-034-versions: a provider was installed in a version that somebody typed, another patch than the chart's
/// dependencies name.
/// </summary>
internal static class TypedVersion
{
    public static Fault Of()
    {
        var provider = "";
        return new Fault(
            "D-034-versions",
            "a provider of Cluster API was installed in a version that somebody typed, not in the chart's.",
            world =>
            {
                var all = ManagementContent.Providers;
                provider = all[world.Random.Next(all.Count)];
                return world.Management.Install(provider, AnotherPatch);
            },
            world => world.Management.Install(provider, version => version)
        );
    }

    private static string AnotherPatch(string version)
    {
        var dot = version.LastIndexOf('.') + 1;
        return version[..dot]
            + (int.Parse(version[dot..], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
    }
}
