using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyTests;

/// <summary>A comparison that begins when it is awaited, and can be told more until then.</summary>
public class SettingsTask(VerifySettings? settings, Func<VerifySettings, Task<VerifyResult>> buildTask)
{
    // A copy, so that what is said here does not stay with settings that others share.
    private readonly Lazy<VerifySettings> _settings = new(() => new VerifySettings(settings));
    private Task<VerifyResult>? _task;

    public VerifySettings CurrentSettings => _settings.Value;

    public static implicit operator Task<VerifyResult>(SettingsTask settingsTask) => settingsTask.ToTask();

    public SettingsTask UseDirectory(string directory) => With(current => current.UseDirectory(directory));

    public SettingsTask UseTypeName(string name) => With(current => current.UseTypeName(name));

    public SettingsTask UseMethodName(string name) => With(current => current.UseMethodName(name));

    public SettingsTask UseFileName(string fileName) => With(current => current.UseFileName(fileName));

    public SettingsTask DisableDiff() => With(current => current.DisableDiff());

    public SettingsTask AutoVerify() => With(current => current.AutoVerify());

    public SettingsTask AddScrubber(Action<StringBuilder> scrubber) => With(current => current.AddScrubber(scrubber));

    public SettingsTask ScrubLines(Func<string, bool> removeLine) => With(current => current.ScrubLines(removeLine));

    public SettingsTask ScrubLinesWithReplace(Func<string, string?> replaceLine) =>
        With(current => current.ScrubLinesWithReplace(replaceLine));

    public SettingsTask ScrubLinesContaining(params string[] stringToMatch) =>
        With(current => current.ScrubLinesContaining(stringToMatch));

    public SettingsTask ScrubEmptyLines() => With(current => current.ScrubEmptyLines());

    public SettingsTask ScrubInlineGuids() => With(current => current.ScrubInlineGuids());

    public SettingsTask ScrubMachineName() => With(current => current.ScrubMachineName());

    public SettingsTask ScrubUserName() => With(current => current.ScrubUserName());

    public Task<VerifyResult> ToTask() => _task ??= buildTask(CurrentSettings);

    public ConfiguredTaskAwaitable<VerifyResult> ConfigureAwait(bool continueOnCapturedContext) =>
        ToTask().ConfigureAwait(continueOnCapturedContext);

    public TaskAwaiter<VerifyResult> GetAwaiter() => ToTask().GetAwaiter();

    private SettingsTask With(Action<VerifySettings> change)
    {
        if (_task is not null)
            throw new InvalidOperationException("The comparison has begun; say what it should do before awaiting it.");
        change(CurrentSettings);
        return this;
    }
}
