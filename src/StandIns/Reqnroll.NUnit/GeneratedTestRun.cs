using System.ComponentModel;
using System.Reflection;
using Reqnroll.Execution;

namespace Reqnroll.NUnit;

/// <summary>What the generated set-up of a test assembly calls; not for use by hand, the original has no such type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedTestRun
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<Assembly, Entry> Runs = [];

    /// <summary>Starts the run of the assembly. A runner inside of a runner, over the same assembly, joins it.</summary>
    public static Task StartAsync(Assembly tests)
    {
        Entry entry;
        lock (Gate)
        {
            entry = EntryOf(tests);
            if (++entry.Joined > 1)
            {
                return Task.CompletedTask;
            }
        }

        return entry.Run.StartAsync();
    }

    /// <summary>Ends the run when the last that joined it leaves.</summary>
    public static Task EndAsync(Assembly tests)
    {
        Entry? entry;
        lock (Gate)
        {
            if (!Runs.TryGetValue(tests, out entry) || --entry.Joined > 0)
            {
                return Task.CompletedTask;
            }

            Runs.Remove(tests);
        }

        return entry.Run.EndAsync();
    }

    internal static TestRun Of(Assembly tests)
    {
        lock (Gate)
        {
            return EntryOf(tests).Run;
        }
    }

    private static Entry EntryOf(Assembly tests)
    {
        if (!Runs.TryGetValue(tests, out var entry))
        {
            Runs[tests] = entry = new Entry(TestRun.Of(tests, new NUnitRuntimeProvider(), new NUnitOutput()));
        }

        return entry;
    }

    private sealed class Entry(TestRun run)
    {
        public TestRun Run { get; } = run;

        public int Joined { get; set; }
    }
}
