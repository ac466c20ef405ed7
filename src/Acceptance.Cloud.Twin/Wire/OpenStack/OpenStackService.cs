using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>
/// An OpenStack REST service: its resources, and what they have in common (headers, envelope of an error, versions). A
/// handler runs while the world's gate is held and returns a <see cref="WireAnswer"/>. It says no by throwing <see
/// cref="ApiRefusal"/>, or the world does by throwing <see cref="RefusedException"/>; both end in <see cref="Error"/>,
/// the service's own envelope. What no resource has is answered by <see cref="Unrouted"/>: 501 "not emulated", unless
/// the service knows better.
/// </summary>
internal abstract class OpenStackService(TwinWorld world, params IReadOnlyList<IResource> resources)
    : WireService(world)
{
    private readonly List<Route> _routes = [.. InOrder(resources.SelectMany(resource => resource.Routes))];

    /// <summary>Every emulated operation of this service.</summary>
    public IReadOnlyList<Route> Routes => _routes;

    /// <summary>Keystone's JSON has no spaces; the others' is json.dumps's.</summary>
    protected virtual bool CompactJson => false;

    protected virtual Microversions? Versions => null;

    /// <summary>The headers that carry the request's id.</summary>
    protected virtual IReadOnlyList<string> RequestIdHeaders => ["x-openstack-request-id"];

    /// <summary>
    /// Which of them an answer carries: what never reached the application has none in some services.
    /// </summary>
    protected virtual IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        RequestIdHeaders;

    /// <summary>The answer names its microversion: the application's own do, the middleware's 401 does not.</summary>
    protected virtual bool NamesVersion(OpenStackRequest request, WireAnswer answer) =>
        request.Microversion.Length > 0 && answer.Status != 401;

    /// <summary>The answer that names its version also says that caches are to tell versions apart.</summary>
    protected virtual bool Varies(OpenStackRequest request, WireAnswer answer) => true;

    /// <summary>Headers of every answer, errors too (Keystone's Vary).</summary>
    protected virtual IReadOnlyList<(string Name, string Value)> Always => [];

    /// <summary>A request without a token is 401 even where nothing is (Octavia, Magnum, Placement).</summary>
    protected virtual bool TokenBeforeRouting => false;

    /// <summary>
    /// HEAD on a GET route is GET without its body; Neutron, Magnum, Placement and Barbican answer 405.
    /// </summary>
    protected virtual bool HeadIsGet => true;

    /// <summary>One more route, for a service that is a single resource itself.</summary>
    protected void Map(
        string method,
        string template,
        Func<OpenStackRequest, WireAnswer> answer,
        Access access = Access.Token
    )
    {
        _routes.Add(new Route(method, template, answer, access));
        var ordered = InOrder(_routes).ToArray();
        _routes.Clear();
        _routes.AddRange(ordered);
    }

    /// <summary>/servers/detail is looked at before /servers/{id}.</summary>
    private static IEnumerable<Route> InOrder(IEnumerable<Route> routes) =>
        routes.OrderByDescending(route => route.Literals);

    /// <summary>The path that answers for this one.</summary>
    protected virtual string Routed(string path) => path;

    /// <summary>It answers as the minimum does, whatever version was asked for, and names none.</summary>
    protected virtual bool IgnoresVersion(OpenStackRequest request) => false;

    /// <summary>The service's envelope for an error.</summary>
    protected abstract WireAnswer Error(OpenStackRequest request, int status, string message, string type);

    /// <summary>keystonemiddleware's 401, the same for all but Keystone and Glance.</summary>
    protected virtual WireAnswer Unauthorized(OpenStackRequest request) =>
        WireAnswer
            .Json(
                401,
                new JsonObject
                {
                    ["error"] = new JsonObject
                    {
                        ["code"] = 401,
                        ["title"] = "Unauthorized",
                        ["message"] = "The request you have made requires authentication.",
                    },
                }
            )
            .With("WWW-Authenticate", KeystoneRealm);

    protected virtual WireAnswer MalformedBody(OpenStackRequest request) =>
        Error(request, 400, "Malformed request body", "");

    protected virtual WireAnswer UnsupportedVersion(OpenStackRequest request, string asked) =>
        Error(
            request,
            406,
            $"Version {asked} is not supported by the API. Minimum is {Versions!.Min} and maximum is {Versions.Max}.",
            ""
        );

    /// <summary>The version header is no version at all; Nova's and Cinder's words.</summary>
    protected virtual WireAnswer MalformedVersion(OpenStackRequest request, string asked) =>
        Error(
            request,
            400,
            $"API Version String {asked} is of invalid format. Must be of format MajorNum.MinorNum.",
            ""
        );

    /// <summary>CORS middleware answers it with nothing, in all services but Keystone.</summary>
    protected virtual WireAnswer Options(OpenStackRequest request) => WireAnswer.Empty(200);

    /// <summary>
    /// Neither path nor method is known here; <paramref name="allowed"/> are the methods mapped for this path, none
    /// when it is unknown.
    /// </summary>
    protected virtual WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed) =>
        NotEmulated(request);

    protected WireAnswer NotEmulated(OpenStackRequest request) =>
        Guarded(request, _ => throw ApiRefusal.NotEmulated($"{Role} has no {request.Method} {request.Path}"));

    protected virtual string? Reason(int status) => null;

    protected string KeystoneUrl =>
        $"https://{World.Plan.Vip("keystone")}:{World.Listeners.Actual(World.Plan.Ports["keystone"])}/v3";

    protected string KeystoneRealm => $"Keystone uri=\"{KeystoneUrl}\"";

    public override async Task Answer(HttpContext http, string role)
    {
        var request = new OpenStackRequest(http, await ReadBody(http));
        WireAnswer answer;
        var version = Versions;
        lock (World.Gate)
        {
            answer = Guarded(request, Decide);
        }

        if (version is not null && NamesVersion(request, answer))
        {
            foreach (var (name, value) in version.Answered(request.Microversion))
                if (Varies(request, answer) || !name.Equals("Vary", StringComparison.OrdinalIgnoreCase))
                    answer.With(name, value);
        }

        await Write(request, answer);
    }

    private WireAnswer Decide(OpenStackRequest request)
    {
        request.Token = request.Header("X-Auth-Token") is { Length: > 0 } token
            ? World.Identity.Tokens.Find(token)
            : null;
        if (request.Method == "OPTIONS")
            return Options(request);
        if (TokenBeforeRouting && request.Token is null && !IsPublic(request))
            return Unauthorized(request);
        var (route, allowed) = Find(request);
        if (route is null)
            return Unrouted(request, allowed);
        if (route.Access == Access.Token && request.Token is null)
            return Unauthorized(request);
        if (Versions is { } legacy && IgnoresVersion(request))
            request.Microversion = legacy.Min;
        else if (Versions is { } versions)
        {
            var version = versions.Negotiate(request, out var asked);
            if (version is null && !Microversions.IsVersion(asked))
                return MalformedVersion(request, asked);
            // A version out of range is named in its refusal too.
            request.Microversion = version ?? asked;
            if (version is null)
                return UnsupportedVersion(request, asked);
        }

        return route.Answer(request);
    }

    private WireAnswer Guarded(OpenStackRequest request, Func<OpenStackRequest, WireAnswer> decide)
    {
        try
        {
            return decide(request);
        }
        catch (ApiRefusal refusal) when (refusal.Status == 401)
        {
            return Unauthorized(request);
        }
        catch (ApiRefusal refusal)
        {
            return Error(request, refusal.Status, refusal.Message, refusal.Type);
        }
        catch (RefusedException refused)
        {
            return Error(request, StatusOf(refused.Why), refused.Message, refused.Type);
        }
        catch (MalformedBodyException)
        {
            return MalformedBody(request);
        }
    }

    /// <summary>The status of a refusal of the world; over quota is 403 in Nova and 409 in Neutron.</summary>
    protected virtual int StatusOf(Refusal why) =>
        why switch
        {
            Refusal.NotFound => 404,
            Refusal.Conflict => 409,
            Refusal.Invalid => 400,
            Refusal.Forbidden or Refusal.OverQuota => 403,
            _ => 500,
        };

    private bool IsPublic(OpenStackRequest request) => Find(request).Route is { Access: Access.Anyone };

    private (Route? Route, IReadOnlyList<string> Allowed) Find(OpenStackRequest request)
    {
        var path = Route.Split(Routed(request.Path));
        var method = request.Method;
        var allowed = new List<string>();
        Route? asGet = null;
        foreach (var route in _routes)
        {
            if (route.Match(path) is not { } values)
                continue;
            if (route.Method == method)
            {
                request.Values = values;
                return (route, allowed);
            }

            if (method == "HEAD" && HeadIsGet && route.Method == "GET" && asGet is null)
            {
                asGet = route;
                request.Values = values;
            }

            allowed.Add(route.Method);
        }

        return (asGet, allowed);
    }

    private static async Task<byte[]> ReadBody(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return buffer.ToArray();
    }

    private async Task Write(OpenStackRequest request, WireAnswer answer)
    {
        var response = request.Http.Response;
        response.StatusCode = answer.Status;
        if (Reason(answer.Status) is { } reason)
            request.Http.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = reason;
        var body = answer.Body is { } json
            ? Encoding.UTF8.GetBytes(WireJson.Write(json, CompactJson))
            : answer.Bytes ?? [];
        if (answer.ContentType is { } type)
            response.ContentType = type;
        foreach (var (name, value) in answer.Headers)
            response.Headers.Append(name, value);
        foreach (var (name, value) in Always)
            response.Headers.Append(name, value);
        foreach (var name in RequestIdHeadersOf(request, answer))
            response.Headers.Append(name, request.RequestId);
        if (answer.Status == 204)
            return;
        response.ContentLength = body.Length;
        if (request.Method != "HEAD")
            await response.Body.WriteAsync(body, request.Http.RequestAborted);
    }
}
