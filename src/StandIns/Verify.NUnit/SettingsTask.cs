using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>
/// A comparison that begins when it is awaited, and can be told until then where its approved file lies.
/// </summary>
public sealed class SettingsTask
{
    private readonly Func<string, Task> _compare;
    private string _directory = ".";

    internal SettingsTask(Func<string, Task> compare) => _compare = compare;

    public static implicit operator Task(SettingsTask task) => task._compare(task._directory);

    /// <summary>Relative to the test's source file.</summary>
    public SettingsTask UseDirectory(string directory)
    {
        _directory = directory;
        return this;
    }

    public TaskAwaiter GetAwaiter() => ((Task)this).GetAwaiter();
}
