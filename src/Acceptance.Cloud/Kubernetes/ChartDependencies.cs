using System.Text.Json;
using Acceptance.Cloud.Hosts;

namespace Acceptance.Cloud.Kubernetes;

/// <summary>
/// dependencies.json of a capi-helm-charts tag: one object, a version by each name, some with a leading v and some
/// without.
/// </summary>
public static class ChartDependencies
{
    /// <param name="file">Where the jumphost has it.</param>
    /// <param name="read">What the file holds; exit 1 where it cannot be read.</param>
    public static Reading<IReadOnlyDictionary<string, string>> In(string file, Reading<ShellAnswer> read) =>
        read switch
        {
            Reading<ShellAnswer>.Seen { Value: { Exit: 0 } answer, Evidence: var evidence } => Versions(answer.Stdout)
                is { } versions
                ? new Reading<IReadOnlyDictionary<string, string>>.Seen(versions, evidence)
                : new Reading<IReadOnlyDictionary<string, string>>.Unread(
                    Unreadable.Garbled,
                    $"{file} on the jumphost is no object of versions by their names",
                    evidence
                ),
            Reading<ShellAnswer>.Seen { Value: var answer, Evidence: var evidence } => new Reading<
                IReadOnlyDictionary<string, string>
            >.Unread(
                Unreadable.NotOursToRead,
                $"{file} cannot be read on the jumphost ({answer.Stderr.Trim()}): it is that of the chart's tag",
                evidence
            ),
            _ => read.As<IReadOnlyDictionary<string, string>>(),
        };

    private static Dictionary<string, string>? Versions(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
