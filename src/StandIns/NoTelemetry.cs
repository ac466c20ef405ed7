using System.Runtime.CompilerServices;
using Reqnroll.Analytics;
using Reqnroll.Plugins;
using Reqnroll.UnitTestProvider;

[assembly: RuntimePlugin(typeof(Reqnroll.NoTelemetry))]

namespace Reqnroll;

/// <summary>
/// Reqnroll's runtime posts who runs what to a host outside, and notes an id of the user in the home, unless this
/// variable is set before it starts or this service says no. Compiled into each assembly that runs features, whoever
/// made its fixtures.
/// </summary>
public sealed class NoTelemetry : IRuntimePlugin, IEnvironmentReqnrollTelemetryChecker
{
    public bool IsReqnrollTelemetryEnabled() => false;

    public void Initialize(
        RuntimePluginEvents events,
        RuntimePluginParameters parameters,
        UnitTestProviderConfiguration provider
    ) =>
        events.CustomizeGlobalDependencies += (_, global) =>
            global.ObjectContainer.RegisterInstanceAs<IEnvironmentReqnrollTelemetryChecker>(this);

    // It has to stand before the first line of the runtime, and this assembly is the first of ours.
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("REQNROLL_TELEMETRY_ENABLED", "0");
#pragma warning restore CA2255
}
