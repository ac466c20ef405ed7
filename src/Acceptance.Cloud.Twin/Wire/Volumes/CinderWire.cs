using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Volumes;

namespace Acceptance.Cloud.Twin.Wire.Volumes;

/// <summary>Cinder v3: its roots, a project's volumes, the volume type, the limits.</summary>
internal sealed partial class CinderWire : OpenStackService
{
    private static readonly HashSet<string> NotHere =
    [
        "attachments",
        "backups",
        "cgsnapshots",
        "clusters",
        "consistencygroups",
        "default-types",
        "extensions",
        "group_snapshots",
        "group_types",
        "groups",
        "manageable_snapshots",
        "manageable_volumes",
        "messages",
        "os-hosts",
        "os-quota-class-sets",
        "os-volume-manage",
        "os-volume-transfer",
        "qos-specs",
        "resource_filters",
        "scheduler-stats",
        "volume-transfers",
        "workers",
    ];

    private static readonly string[] SortKeys =
    [
        "id",
        "name",
        "status",
        "size",
        "created_at",
        "updated_at",
        "bootable",
        "availability_zone",
    ];

    public CinderWire(TwinWorld world)
        : base(world)
    {
        Map("GET", "/", request => WireAnswer.Json(300, Version(request)), Access.Anyone);
        Map("HEAD", "/", request => WireAnswer.Json(300, Version(request)), Access.Anyone);
        Map("GET", "/healthcheck", WireAnswer.Healthy, Access.Anyone);
        Map(
            "GET",
            "/v3",
            request =>
                request.Path.EndsWith('/')
                    ? WireAnswer.Ok(Version(request))
                    : WireAnswer.Empty(302, "text/plain; charset=utf8").With("Location", $"{request.Base}/v3/")
        );
        Map("GET", "/v3/{project}/volumes", request => List(request, volume => Line(request, volume)));
        Map("GET", "/v3/{project}/volumes/detail", request => List(request, volume => Full(request, volume)));
        Map("POST", "/v3/{project}/volumes", Create);
        Map(
            "GET",
            "/v3/{project}/volumes/{id}",
            request => WireAnswer.Ok(new JsonObject { ["volume"] = Full(request, Find(request)) })
        );
        Map("PUT", "/v3/{project}/volumes/{id}", Rename);
        Map("DELETE", "/v3/{project}/volumes/{id}", Delete);
        MapSnapshots();
        MapSettings();
        Map(
            "GET",
            "/v3/{project}/types",
            request => Own(request, new JsonObject { ["volume_types"] = new JsonArray(Type()) })
        );
        Map("GET", "/v3/{project}/limits", Limits);
    }

    public override string Role => "cinder";

    protected override Microversions Versions { get; } = new("volume", "3.0", "3.70");

    protected override bool HeadIsGet => false;

    /// <summary>What the API itself answered has a second id and names its version; redirects, unknown paths and health do not.</summary>
    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        OfApi(request, answer) && answer.Body is not null
            ? ["x-compute-request-id", "x-openstack-request-id"]
            : ["x-openstack-request-id"];

    protected override bool NamesVersion(OpenStackRequest request, WireAnswer answer) =>
        base.NamesVersion(request, answer) && OfApi(request, answer);

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type)
    {
        var name = status switch
        {
            400 => "badRequest",
            403 => "forbidden",
            404 => "itemNotFound",
            409 => "conflictingRequest",
            413 => "overLimit",
            _ => "computeFault",
        };
        var fault = new JsonObject { ["code"] = status, ["message"] = message };
        if (status != 413)
            return WireAnswer.Json(status, new JsonObject { [name] = fault });
        fault["retryAfter"] = "0";
        return WireAnswer.Json(status, new JsonObject { [name] = fault }).With("Retry-After", "0");
    }

    private static bool OfApi(OpenStackRequest request, WireAnswer answer) =>
        answer.Status is not (302 or 401)
        && (answer.Body is not null || request.Method == "DELETE")
        && answer.Body?["code"]?.GetValueKind() != System.Text.Json.JsonValueKind.String
        && request.Path != "/healthcheck";

    protected override int StatusOf(Refusal why) => why == Refusal.OverQuota ? 413 : base.StatusOf(why);

    /// <summary>Cinder has no 405: an unknown method is an unknown path.</summary>
    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (parts[0] == "v3" && request.Token is null)
            return Unauthorized(request);
        var real =
            parts is ["v3", _, var resource, ..]
            && (
                NotHere.Contains(resource)
                || parts.Length > 4
                || (allowed.Count > 0 && request.Method is "POST" or "PUT" or "DELETE" && parts.Length > 3)
            );
        return real
            ? NotEmulated(request)
            : WireAnswer.Webob(request, 404, "Not Found", "The resource could not be found.");
    }

    private static JsonObject Version(OpenStackRequest request) =>
        new()
        {
            ["versions"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "v3.0",
                    ["status"] = "CURRENT",
                    ["version"] = "3.70",
                    ["min_version"] = "3.0",
                    ["updated"] = "2022-08-31T00:00:00Z",
                    ["links"] = new JsonArray(
                        new JsonObject
                        {
                            ["rel"] = "describedby",
                            ["type"] = "text/html",
                            ["href"] = "https://docs.openstack.org/",
                        },
                        new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v3/" }
                    ),
                    ["media-types"] = new JsonArray(
                        new JsonObject
                        {
                            ["base"] = "application/json",
                            ["type"] = "application/vnd.openstack.volume+json;version=3",
                        }
                    ),
                }
            ),
        };

    private static WireAnswer Own(OpenStackRequest request, JsonObject answer)
    {
        Guard(request);
        return WireAnswer.Ok(answer);
    }

    /// <summary>The project in the path must be the token's.</summary>
    private static void Guard(OpenStackRequest request)
    {
        if (request["project"] != request.Caller.ProjectId)
            throw new ApiRefusal(400, "Malformed request url");
    }

    private WireAnswer List(OpenStackRequest request, Func<CinderVolume, JsonObject> shape)
    {
        Guard(request);
        var everywhere = request.Caller.IsAdmin && request.Query("all_tenants") is "1" or "True" or "true";
        var volumes = World
            .Volumes.All.AsEnumerable()
            .Reverse()
            .Where(volume => everywhere || volume.ProjectId == request.Caller.ProjectId);
        // Who asks for all tenants and may not see them is answered with the own ones, whatever their name (captures).
        var vain = !request.Caller.IsAdmin && request.Query("all_tenants") is not null;
        if (request.Query("name") is { } name && !vain)
            volumes = volumes.Where(volume => volume.Name == name);
        if (request.Query("status") is { } status)
            volumes = volumes.Where(volume => volume.Status == status);
        if (request.Query("sort") is { } sort && sort.Split(',').Any(key => !SortKeys.Contains(key.Split(':')[0])))
            throw new ApiRefusal(400, "Invalid input received: Invalid sort key");
        var page = Page<CinderVolume>.Of(
            request,
            volumes,
            volume => volume.Id,
            1000,
            marker => new ApiRefusal(404, $"Volume {marker} could not be found."),
            _ => new ApiRefusal(400, "limit param must be positive")
        );
        var json = new JsonObject { ["volumes"] = new JsonArray([.. page.Items.Select(shape)]) };
        if (page.Full)
        {
            json["volumes_links"] = new JsonArray(
                new JsonObject
                {
                    ["rel"] = "next",
                    ["href"] = $"{request.Base}{request.Path}?limit={page.Limit}&marker={page.Items[^1].Id}",
                }
            );
        }

        return WireAnswer.Ok(json);
    }

    private CinderVolume Find(OpenStackRequest request)
    {
        Guard(request);
        return World.Volumes.All.Find(volume =>
                volume.Id == request["id"] && (request.Caller.IsAdmin || volume.ProjectId == request.Caller.ProjectId)
            ) ?? throw new ApiRefusal(404, $"Volume {request["id"]} could not be found.");
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        Guard(request);
        if (!request.Caller.HasAny("member", "admin"))
            throw new ApiRefusal(403, "Policy doesn't allow volume:create to be performed.");
        var wanted = request.Json("volume");
        if (wanted["size"] is not JsonValue size || !size.TryGetValue<int>(out var gigabytes) || gigabytes < 1)
            throw new ApiRefusal(
                400,
                "The server could not comply with the request since it is either malformed or otherwise incorrect."
            );
        var volume = World.Volumes.Create(
            request.Caller,
            wanted["name"]?.GetValue<string>(),
            wanted["description"]?.GetValue<string>(),
            gigabytes
        );
        foreach (var (key, value) in wanted["metadata"] as JsonObject ?? [])
            volume.Metadata[key] = value!.GetValue<string>();
        return WireAnswer.Json(202, new JsonObject { ["volume"] = Full(request, volume, created: true) });
    }

    private WireAnswer Rename(OpenStackRequest request)
    {
        var volume = Find(request);
        var wanted = request.Json("volume");
        // The client says display_name still, and Cinder takes either.
        foreach (var (field, value) in wanted)
        {
            if (field is "name" or "display_name")
                volume.Name = value?.GetValue<string>();
            if (field is "description" or "display_description")
                volume.Description = value?.GetValue<string>();
        }

        volume.UpdatedAt = World.Now;
        return WireAnswer.Ok(new JsonObject { ["volume"] = Full(request, volume) });
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        World.Volumes.Delete(Find(request));
        return WireAnswer.Empty(202, "text/html; charset=UTF-8");
    }

    private static JsonArray Links(OpenStackRequest request, CinderVolume volume) =>
        new(
            new JsonObject
            {
                ["rel"] = "self",
                ["href"] = $"{request.Base}/v3/{request.Caller.ProjectId}/volumes/{volume.Id}",
            },
            new JsonObject
            {
                ["rel"] = "bookmark",
                ["href"] = $"{request.Base}/{request.Caller.ProjectId}/volumes/{volume.Id}",
            }
        );

    private static JsonObject Line(OpenStackRequest request, CinderVolume volume) =>
        new()
        {
            ["id"] = volume.Id,
            ["name"] = volume.Name,
            ["links"] = Links(request, volume),
        };

    private static JsonObject Full(OpenStackRequest request, CinderVolume volume, bool created = false)
    {
        var metadata = new JsonObject();
        foreach (var (key, value) in volume.Metadata)
            metadata[key] = value;
        var json = new JsonObject
        {
            ["id"] = volume.Id,
            ["status"] = volume.Status,
            ["size"] = volume.SizeGb,
            ["availability_zone"] = "nova",
            ["created_at"] = Moment(volume.CreatedAt),
            ["updated_at"] = volume.UpdatedAt is { } updated ? Moment(updated) : null,
            ["name"] = volume.Name,
            ["description"] = volume.Description,
            ["volume_type"] = "__DEFAULT__",
            ["snapshot_id"] = null,
            ["source_volid"] = null,
            ["metadata"] = metadata,
            ["links"] = Links(request, volume),
            ["user_id"] = volume.UserId,
            ["bootable"] = "false",
            ["encrypted"] = false,
            ["replication_status"] = null,
            ["consistencygroup_id"] = null,
            ["multiattach"] = false,
            ["attachments"] = new JsonArray(),
        };
        if (created)
            return json;
        if (request.Caller.IsAdmin)
            json["migration_status"] = null;
        json["os-vol-tenant-attr:tenant_id"] = volume.ProjectId;
        if (!request.Caller.IsAdmin)
            return json;
        json["os-vol-mig-status-attr:migstat"] = null;
        json["os-vol-mig-status-attr:name_id"] = null;
        json["os-vol-host-attr:host"] = Backend;
        return json;
    }

    private JsonObject Type() =>
        new()
        {
            ["id"] = World.Volumes.TypeId,
            ["name"] = "__DEFAULT__",
            ["is_public"] = true,
            ["description"] = "Default Volume Type",
            ["extra_specs"] = new JsonObject(),
            ["qos_specs_id"] = null,
            ["os-volume-type-access:is_public"] = true,
        };

    private WireAnswer Limits(OpenStackRequest request)
    {
        Guard(request);
        var used = World.Volumes.Used(request.Caller.ProjectId);
        return WireAnswer.Ok(
            new JsonObject
            {
                ["limits"] = new JsonObject
                {
                    ["rate"] = new JsonArray(),
                    ["absolute"] = new JsonObject
                    {
                        ["maxTotalVolumes"] = 10,
                        ["maxTotalSnapshots"] = 10,
                        ["maxTotalVolumeGigabytes"] = VolumesModel.Quota,
                        ["maxTotalBackups"] = 10,
                        ["maxTotalBackupGigabytes"] = 1000,
                        ["totalVolumesUsed"] = World.Volumes.All.Count(volume =>
                            volume.ProjectId == request.Caller.ProjectId
                        ),
                        ["totalGigabytesUsed"] = used,
                        ["totalSnapshotsUsed"] = 0,
                        ["totalBackupsUsed"] = 0,
                        ["totalBackupGigabytesUsed"] = 0,
                    },
                },
            }
        );
    }

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000000'", CultureInfo.InvariantCulture);
}
