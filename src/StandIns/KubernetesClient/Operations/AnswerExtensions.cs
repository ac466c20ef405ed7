using System.Runtime.CompilerServices;
using k8s.Autorest;
using k8s.Models;

namespace k8s;

/// <summary>What an operation's answer is read as: a body, or the events of a watch.</summary>
internal static class AnswerExtensions
{
    public static async Task<T> BodyAsync<T>(this Task<HttpOperationResponse<T>> running)
    {
        using var answer = await running.ConfigureAwait(false);
        return answer.Body;
    }

    public static async IAsyncEnumerable<(WatchEventType, TItem)> EventsAsync<TItem, TList>(
        this Task<HttpOperationResponse<TList>> running,
        Action<Exception>? onError,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var answer = await running.ConfigureAwait(false);
        using var lines = new StreamReader(
            await answer.Response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)
        );
        var line =
            await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new HttpRequestException(
                "The server ended the watch before its first event.",
                new EndOfStreamException()
            );
        for (; line is not null; line = await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Read<TItem>(line, onError) is { } seen)
                yield return seen;
        }
    }

    // A line that cannot be read, or that tells of an error, does not end the watch: the server does that itself.
    private static (WatchEventType, TItem)? Read<TItem>(string line, Action<Exception>? onError)
    {
        try
        {
            var frame = KubernetesJson.Deserialize<WatchFrame>(line)!;
            if (!frame.IsStatus)
                return (frame.Type, KubernetesJson.Deserialize<TItem>(frame.Object)!);
            onError?.Invoke(new KubernetesException(KubernetesJson.Deserialize<V1Status>(frame.Object)!));
        }
        catch (Exception unreadable)
        {
            onError?.Invoke(unreadable);
        }

        return null;
    }
}
