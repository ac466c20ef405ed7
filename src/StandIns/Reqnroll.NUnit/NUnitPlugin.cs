using Reqnroll.Infrastructure;
using Reqnroll.NUnit;
using Reqnroll.Plugins;
using Reqnroll.Tracing;
using Reqnroll.UnitTestProvider;

[assembly: RuntimePlugin(typeof(NUnitPlugin))]

namespace Reqnroll.NUnit;

/// <summary>
/// Tells Reqnroll how NUnit hears of a scenario that is not run, of its output and of its attachments.
/// </summary>
public sealed class NUnitPlugin : IRuntimePlugin
{
    public void Initialize(
        RuntimePluginEvents events,
        RuntimePluginParameters parameters,
        UnitTestProviderConfiguration provider
    )
    {
        provider.UseUnitTestProvider("nunit");
        events.RegisterGlobalDependencies += (_, global) =>
            global.ObjectContainer.RegisterTypeAs<NUnitOutcomes, IUnitTestRuntimeProvider>("nunit");
        events.CustomizeTestThreadDependencies += (_, thread) =>
        {
            thread.ObjectContainer.RegisterTypeAs<NUnitOutput, ITraceListener>();
            thread.ObjectContainer.RegisterTypeAs<NUnitAttachments, IReqnrollAttachmentHandler>();
        };
    }
}
