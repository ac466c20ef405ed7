using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// One open watch: what was there, then every change, a JSON document a line, until the client goes, the time is up
/// or the server dies.
/// </summary>
internal sealed class WatchStream
{
    private readonly KubeRequest _request;
    private readonly Func<KubeObject, bool> _fits;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _ends = new();
    private readonly TableForm? _table;
    private bool _columnsSent;
    private bool _cut;
    private bool _toldWhere;

    private WatchStream(KubeRequest request)
    {
        _request = request;
        _fits = Selectors.Of(request);
        _table = Tables.Wanted(request);
    }

    /// <summary>Begins under the gate: nothing is missed between the list and the stream.</summary>
    public static WatchStream Open(KubeRequest request)
    {
        var watch = new WatchStream(request);
        watch.Begin();
        return watch;
    }

    public async Task Run(RequestFlight flight)
    {
        var http = _request.Http;
        flight.Release();
        try
        {
            http.Response.StatusCode = 200;
            http.Response.ContentType = "application/json";
            http.Response.Headers["Audit-Id"] = Guid.NewGuid().ToString();
            http.Response.Headers.CacheControl = "no-cache, private";
            foreach (var warning in _request.Warnings)
                http.Response.Headers.Append("Warning", warning);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _ends.Token);
            _ = EndByWall(both.Token);
            await Pump(http, both.Token);
        }
        catch (OperationCanceledException)
        {
            // Both ways a watch ends are ordinary.
        }
        finally
        {
            lock (_request.World.Gate)
            {
                _request.Store.Changed -= Tell;
                _request.Cluster.Interrupted -= Cut;
            }
        }

        if (_cut)
            http.Abort();
    }

    private async Task Pump(HttpContext http, CancellationToken stop)
    {
        while (await _lines.Reader.WaitToReadAsync(stop))
        {
            while (_lines.Reader.TryRead(out var line))
                await http.Response.WriteAsync(line, stop);
            await http.Response.Body.FlushAsync(stop);
        }
    }

    private void Begin()
    {
        var asked = _request.Query("resourceVersion") ?? "";
        var revision = 0L;
        if (asked.Length > 0 && !long.TryParse(asked, CultureInfo.InvariantCulture, out revision))
        {
            throw new KubeRefusedException(
                500,
                "",
                $"resourceVersion: Invalid value: \"{asked}\": strconv.ParseUint: parsing \"{asked}\": invalid syntax"
            );
        }

        if (_request.Query("sendInitialEvents") == "true" && _request.Query("resourceVersionMatch") != "NotOlderThan")
        {
            throw KubeRefusedException.InvalidOptions(
                "ListOptions",
                "resourceVersionMatch",
                "Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan",
                "FieldValueForbidden"
            );
        }

        _request.Store.Changed += Tell;
        _request.Cluster.Interrupted += Cut;
        if (Limit() is { } limit)
        {
            _request.World.Clock.In(limit - LastOf(limit), GoOnFrom);
            _request.World.Clock.In(limit, _ends.Cancel);
        }

        if (revision == 0)
            foreach (var one in Matching())
                Send("ADDED", one);
        else if (revision < _request.Store.Compacted || revision < 50)
            TooOld(revision);
        else
            foreach (var change in _request.Store.Since(revision, _request.Kind))
                Tell(change);
        if (_request.Query("sendInitialEvents") == "true")
            Bookmark(initial: true);
    }

    private IEnumerable<KubeObject> Matching() =>
        _request.Store.List(_request.Kind, NamespaceOrNull).Where(one => _fits(one) && NameFits(one)).ToArray();

    private string? NamespaceOrNull => _request.Kind.Namespaced ? _request.Path.Namespace : null;

    private bool NameFits(KubeObject one) => _request.Path.Name is null || one.Name == _request.Path.Name;

    private void Tell(StoreEvent change)
    {
        var now = change.Object;
        if (now.Kind != _request.Kind || !NameFits(now) || (NamespaceOrNull is { } ns && now.Namespace != ns))
            return;
        // What begins or ceases to meet the selector is told as come or gone.
        var was = change.Before is { } before && _fits(before);
        var matches = _fits(now);
        var type = change.Type switch
        {
            "MODIFIED" when was && !matches => "DELETED",
            "MODIFIED" when !was && matches => "ADDED",
            _ => change.Type,
        };
        if (matches || was)
            Send(type, now);
    }

    private void Send(string type, KubeObject one)
    {
        JsonNode body = _table is { } table
            ? Tables.Of(
                _request,
                [one],
                new JsonObject { ["resourceVersion"] = one.Revision.ToString(CultureInfo.InvariantCulture) },
                table,
                columns: !_columnsSent
            )
            : Rendering.One(one, _request.Path.Version);
        _columnsSent = true;
        Line(type, body);
    }

    private void Bookmark(bool initial)
    {
        var metadata = new JsonObject
        {
            ["resourceVersion"] = _request.Store.Revision.ToString(CultureInfo.InvariantCulture),
            ["creationTimestamp"] = null,
        };
        if (initial)
            metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        Line(
            "BOOKMARK",
            new JsonObject
            {
                ["kind"] = _request.Kind.Kind,
                ["apiVersion"] = _request.Kind.ApiVersion(_request.Path.Version),
                ["metadata"] = metadata,
            }
        );
    }

    private void TooOld(long revision)
    {
        Line(
            "ERROR",
            KubeAnswer
                .Failure(410, "Expired", $"too old resource version: {revision} ({_request.Store.Revision})")
                .Body!
        );
        _lines.Writer.TryComplete();
    }

    private void Line(string type, JsonNode body) =>
        _lines.Writer.TryWrite(Rendering.Text(new JsonObject { ["type"] = type, ["object"] = body }, pretty: false));

    private void Cut()
    {
        _cut = true;
        _ends.Cancel();
    }

    // Whoever asked for bookmarks is told where to go on, once and shortly before the end.
    private void GoOnFrom()
    {
        if (
            _toldWhere
            || _request.Query("allowWatchBookmarks") is not ("true" or "1")
            || Limit() <= TimeSpan.FromSeconds(2)
        )
            return;
        _toldWhere = true;
        Bookmark(initial: false);
    }

    private static TimeSpan LastOf(TimeSpan limit) => TimeSpan.FromSeconds(Math.Min(1, limit.TotalSeconds / 2));

    private TimeSpan? Limit() =>
        double.TryParse(_request.Query("timeoutSeconds"), CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    // A client that sets a limit means its own seconds; the twin's clock may stand meanwhile.
    private async Task EndByWall(CancellationToken stop)
    {
        if (Limit() is not { } limit)
            return;
        await WallClock.Pass(limit - LastOf(limit), stop);
        lock (_request.World.Gate)
            GoOnFrom();
        await WallClock.Pass(LastOf(limit), stop);
        await _ends.CancelAsync();
    }
}
