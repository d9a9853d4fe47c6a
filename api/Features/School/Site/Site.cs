using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Components.Web;

namespace Mentoring.Api.Features.School.Site;

/// <summary>Chapter: the public section of a school on mentoring, from the draft to the page that anybody reads.</summary>
public static class Site
{
    public static void AddSite(this IServiceCollection services) => services.AddScoped<HtmlRenderer>().AddScoped<SitePages>();

    public static void MapSite(this RouteGroupBuilder api)
    {
        var ofSchool = api.MapGroup("/organizations/{organizationId:guid}/site").Chapter("Site",
            "A school's public section on mentoring, and who lets the school name them there.");
        ListSitePosts.Map(ofSchool);
        WriteSitePost.Map(ofSchool);
        ListReleasedPeople.Map(ofSchool);

        var posts = api.MapGroup("/site-posts/{postId:guid}").WithTags("Site");
        GetSitePost.Map(posts);
        ReviseSitePost.Map(posts);
        PublishSitePost.Map(posts);
        WithdrawSitePost.Map(posts);

        var own = api.MapGroup("/me/site-releases").WithTags("Site");
        ListOwnReleases.Map(own);
        SetOwnRelease.Map(own);
    }

    /// <summary>Pages for everybody, beside the API and outside its contract.</summary>
    public static void MapPublicSite(this WebApplication app)
    {
        var site = app.MapGroup("/site").ExcludeFromDescription();
        ShowSite.Map(site);
        ShowSitePost.Map(site);
        ShowSiteFeed.Map(site);
        ShowSiteStyle.Map(site);
    }
}

public enum SiteCategory { Event, News, Method, Legal }

public enum SitePostStatus { Draft, Published, Withdrawn }

public enum SitePostStep { Publish, Withdraw }

/// <summary>How a post stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record SitePostState(Guid Id, SitePostStatus Status, int Version);
