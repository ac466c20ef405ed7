using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using Reqnroll.Execution;

namespace Reqnroll.NUnit;

/// <summary>What the generated set-up of a test assembly calls; not for use by hand, the original has no such type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedTestRun
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<TestRun>> Runs = new();

    public static Task StartAsync(Assembly tests) => Of(tests).StartAsync();

    public static Task EndAsync(Assembly tests) => Of(tests).EndAsync();

    internal static TestRun Of(Assembly tests) =>
        Runs.GetOrAdd(tests, assembly => new Lazy<TestRun>(() => TestRun.Of(assembly, new NUnitRuntimeProvider(), new NUnitOutput()))).Value;
}
