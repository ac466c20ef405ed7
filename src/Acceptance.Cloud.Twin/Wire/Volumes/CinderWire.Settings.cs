using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Volumes;

namespace Acceptance.Cloud.Twin.Wire.Volumes;

/// <summary>Snapshots, quotas, services and zones.</summary>
internal sealed partial class CinderWire
{
    private const string Backend = "cinder@cinder-ceph#cinder-ceph";

    private void MapSnapshots()
    {
        Map("GET", "/v3/{project}/snapshots", request => Snapshots(request, detail: false));
        Map("GET", "/v3/{project}/snapshots/detail", request => Snapshots(request, detail: true));
        Map("POST", "/v3/{project}/snapshots", Snap);
        Map(
            "GET",
            "/v3/{project}/snapshots/{id}",
            request => WireAnswer.Ok(new JsonObject { ["snapshot"] = Shape(FindSnapshot(request), detail: true) })
        );
        Map(
            "DELETE",
            "/v3/{project}/snapshots/{id}",
            request =>
            {
                World.Volumes.Delete(FindSnapshot(request));
                return WireAnswer.Empty(202, "text/html; charset=UTF-8");
            }
        );
    }

    private void MapSettings()
    {
        Map(
            "GET",
            "/v3/{project}/os-quota-sets/{id}",
            request => Own(request, new JsonObject { ["quota_set"] = Quota(request["id"]) })
        );
        Map(
            "GET",
            "/v3/{project}/os-quota-sets/{id}/defaults",
            request => Own(request, new JsonObject { ["quota_set"] = Quota(request["id"]) })
        );
        Map(
            "GET",
            "/v3/{project}/os-availability-zone",
            request =>
                Own(
                    request,
                    new JsonObject
                    {
                        ["availabilityZoneInfo"] = new JsonArray(
                            new JsonObject
                            {
                                ["zoneName"] = "nova",
                                ["zoneState"] = new JsonObject { ["available"] = true },
                            }
                        ),
                    }
                )
        );
        Map("GET", "/v3/{project}/os-services", Services);
    }

    private WireAnswer Services(OpenStackRequest request)
    {
        Guard(request);
        if (!request.Caller.IsAdmin)
            throw new ApiRefusal(403, "Policy doesn't allow volume_extension:services:index to be performed.");
        JsonObject Service(string binary, string host) =>
            new()
            {
                ["binary"] = binary,
                ["host"] = host,
                ["zone"] = "nova",
                ["status"] = "enabled",
                ["state"] = "up",
                ["updated_at"] = Moment(World.Now),
                ["disabled_reason"] = null,
            };
        var volume = Service("cinder-volume", Backend.Split('#')[0]);
        (volume["replication_status"], volume["active_backend_id"], volume["frozen"]) = ("disabled", null, false);
        return WireAnswer.Ok(
            new JsonObject { ["services"] = new JsonArray(volume, Service("cinder-scheduler", "cinder")) }
        );
    }

    private static JsonObject Quota(string project) =>
        new()
        {
            ["volumes"] = 10,
            ["per_volume_gigabytes"] = -1,
            ["snapshots"] = 10,
            ["gigabytes"] = VolumesModel.Quota,
            ["backups"] = 10,
            ["backup_gigabytes"] = 1000,
            ["volumes___DEFAULT__"] = -1,
            ["gigabytes___DEFAULT__"] = -1,
            ["snapshots___DEFAULT__"] = -1,
            ["groups"] = 10,
            ["id"] = project,
        };

    private WireAnswer Snapshots(OpenStackRequest request, bool detail)
    {
        Guard(request);
        var everywhere = request.Caller.IsAdmin && request.Query("all_tenants") is "1" or "True" or "true";
        var seen = World
            .Volumes.Snapshots.AsEnumerable()
            .Reverse()
            .Where(one => everywhere || one.Volume.ProjectId == request.Caller.ProjectId);
        if (request.Query("name") is { } name)
            seen = seen.Where(one => one.Name == name);
        if (request.Query("volume_id") is { } volume)
            seen = seen.Where(one => one.Volume.Id == volume);
        if (request.Query("status") is { } status)
            seen = seen.Where(one => one.Status == status);
        return WireAnswer.Ok(
            new JsonObject { ["snapshots"] = new JsonArray([.. seen.Select(one => Shape(one, detail))]) }
        );
    }

    private WireAnswer Snap(OpenStackRequest request)
    {
        Guard(request);
        var wanted = request.Json("snapshot");
        var id = wanted["volume_id"]?.ToString();
        var volume =
            World.Volumes.All.Find(one =>
                one.Id == id && (request.Caller.IsAdmin || one.ProjectId == request.Caller.ProjectId)
            ) ?? throw new ApiRefusal(404, $"Volume {id} could not be found.");
        var body = Shape(
            World.Volumes.Snap(volume, wanted["name"]?.ToString(), wanted["description"]?.ToString()),
            detail: false
        );
        body["created_at"] = Moment(World.Now);
        return WireAnswer.Json(202, new JsonObject { ["snapshot"] = body });
    }

    private VolumeSnapshot FindSnapshot(OpenStackRequest request)
    {
        Guard(request);
        return World.Volumes.Snapshots.Find(one =>
                one.Id == request["id"] && (request.Caller.IsAdmin || one.Volume.ProjectId == request.Caller.ProjectId)
            ) ?? throw new ApiRefusal(404, $"Snapshot {request["id"]} could not be found.");
    }

    private static JsonObject Shape(VolumeSnapshot snapshot, bool detail)
    {
        var json = new JsonObject
        {
            ["id"] = snapshot.Id,
            ["created_at"] = Moment(snapshot.CreatedAt),
            ["updated_at"] = snapshot.UpdatedAt is { } updated ? Moment(updated) : null,
            ["name"] = snapshot.Name,
            ["description"] = snapshot.Description,
            ["volume_id"] = snapshot.Volume.Id,
            ["status"] = snapshot.Status,
            ["size"] = snapshot.Volume.SizeGb,
            ["metadata"] = new JsonObject(),
        };
        if (!detail)
            return json;
        json["os-extended-snapshot-attributes:project_id"] = snapshot.Volume.ProjectId;
        json["os-extended-snapshot-attributes:progress"] = snapshot.Status == "creating" ? "0%" : "100%";
        return json;
    }
}
