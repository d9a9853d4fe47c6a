using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>A public event as a post: written and published in the event's own command, under the same rule about names.</summary>
static class EventPost
{
    /// <param name="known">The post that tells of the event already.</param>
    public static async Task<Guid> Publish(Guid? known, SitePostText text, Place place, Db db, Caller caller, TimeProvider time, CancellationToken ct)
    {
        await StaffNames.Demand(db, place.OrganizationId, $"{text.Title}\n{text.Lead}\n{text.Body}", ct);
        var now = time.GetUtcNow();
        var id = known ?? Guid.CreateVersion7(now);
        await db.ExecuteOne(Save, new
        {
            id, place.OrganizationId, place.RegionCode, Category = text.Category.ToString(), text.Title, text.Lead, text.Body, text.HeldOn, By = caller.Id,
            Now = now.UtcDateTime,
        }, ct);
        await SitePostRow.Mention(db, id, text.PersonIds, ct);
        return id;
    }

    public static Task<int> Withdraw(Guid id, string reason, Db db, TimeProvider time, CancellationToken ct) =>
        db.Execute($"{WithdrawSitePost.Save} and status = 'Published'", new { id, reason, Now = time.GetUtcNow().UtcDateTime }, ct);

    const string Save = """
        insert into site_post (id, organization_id, region_code, category, status, title, lead, body, held_on, published_at, created_by, created_at, updated_at)
        values (@id, @OrganizationId, @RegionCode, @Category, 'Published', @Title, @Lead, @Body, @HeldOn, @Now, @By, @Now, @Now)
        on conflict (id, region_code) do update
           set status = 'Published', title = excluded.title, lead = excluded.lead, body = excluded.body, held_on = excluded.held_on, updated_at = @Now,
               published_at = coalesce(site_post.published_at, @Now), withdrawn_at = null, withdraw_reason = null, version = site_post.version + 1
        """;
}
