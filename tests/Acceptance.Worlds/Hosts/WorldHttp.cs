using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Twin.Wire.Objects;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Worlds.Hosts;

/// <summary>
/// What the roots of the public endpoints answer (FACTS 8.11). Only radosgw's body is anybody's to judge.
/// </summary>
internal sealed class WorldHttp(TwinWorld world, WorldReadings readings, Doors doors) : IHttpProbe
{
    private const string Login = "/auth/login/";

    public Task<Reading<HttpAnswer>> Ask(Uri url, string? caPem = null, CancellationToken cancel = default) =>
        Task.FromResult(Answer(url));

    private Reading<HttpAnswer> Answer(Uri url)
    {
        var question = $"GET {url}";
        if (world.Nginx.At(url.Host, url.Port) is { } vhost)
            return ThroughTheProxy(question, url, vhost);
        var service = world.Plan.Vips.Keys.FirstOrDefault(one =>
            world.Plan.Vip(one) == url.Host && world.Listeners.Actual(world.Plan.Ports[one]) == url.Port
        );
        if (service is null)
            return readings.Unread<HttpAnswer>(question, Unreadable.Refused);
        var met = doors.AtVip(service, url.AbsolutePath);
        return met switch
        {
            { Why: null, Rule: { How: Misbehaviour.Status, Status: var status } } => Seen(question, status, null),
            { Why: null, Rule.How: Misbehaviour.Garbled } => Seen(question, 200, null),
            { OfService: { } why } => readings.Unread<HttpAnswer>(question, why),
            _ => service.Split('-')[0] switch
            {
                "horizon" => Seen(question, 302, $"https://{url.Authority}{Login}"),
                "netbox" => Seen(question, 302, "/login/?next=/"),
                "barbican" or "cinder" or "glance" => Seen(question, 300, null),
                "radosgw" => Seen(question, 200, null, RadosgwWire.NoBuckets),
                _ => Seen(question, 200, null),
            },
        };
    }

    /// <summary>
    /// The dashboard, behind the vhost's trust: none of the proxy's faults lets another upstream answer.
    /// </summary>
    private Reading<HttpAnswer> ThroughTheProxy(string question, Uri url, NginxVhost vhost)
    {
        var met = doors.AtVip("horizon", url.AbsolutePath);
        if (met.Rule is { How: Misbehaviour.Status, Status: var status })
            return Seen(question, status, null);
        if (met.OfService is not null || world.Nginx.Presented(vhost.Sent) != vhost.Expected)
            return Seen(question, 502, null);
        var host = vhost.Header("Host", url.Authority);
        if (vhost.Header("X-Forwarded-Proto", url.Authority) == "http")
            return Seen(question, 301, vhost.Rewritten($"https://{host}{url.AbsolutePath}"));
        return url.AbsolutePath == Login
            ? Seen(question, 200, null)
            : Seen(question, 302, vhost.Rewritten($"https://{host}{Login}"));
    }

    private Reading<HttpAnswer> Seen(string question, int code, string? location, string body = "") =>
        readings.Seen(question, new HttpAnswer(code, body, location, world.Now));
}
