using FluentValidation;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>
/// A route as it goes to another system. Ids tie its parts to one another and to nothing else; files of products stay where they are,
/// as do comments, which are other people's words. What `GetRouteSchema` tells of it is made of these shapes.
/// </summary>
/// <param name="Format">`mentoring-route`.</param>
/// <param name="SchemaVersion">1.</param>
/// <param name="EndsOn">The last day.</param>
/// <param name="Image">The desired self; at most 8000 characters.</param>
/// <param name="Findings">At most 100.</param>
/// <param name="Alternatives">At most 10; one at most is chosen.</param>
/// <param name="Activities">At most 100.</param>
/// <param name="Products">At most 500.</param>
/// <param name="Versions">At most 100, in their order.</param>
/// <param name="Reflections">At most 500; private ones in the teacher's own file alone.</param>
public sealed record RouteFile(
    string Format, int SchemaVersion, DateOnly StartsOn, DateOnly EndsOn, string Image, RouteStatus Status, RouteFile.Finding[] Findings,
    SaveRouteAlternatives.Alternative[] Alternatives, RouteFile.Activity[] Activities, RouteFile.Product[] Products, RouteFile.Version[] Versions,
    RouteFile.Reflection[] Reflections)
{
    public const string TheFormat = "mentoring-route";
    public const int TheVersion = 1;

    /// <param name="AreaCode">A leaf of the dictionary `competence-area`.</param>
    /// <param name="LevelBefore">0 to 100.</param>
    /// <param name="ClosedOn">When a deficit was overcome.</param>
    public sealed record Finding(Guid Id, FindingKind Kind, string AreaCode, string Text, int? LevelBefore, DateOnly? ClosedOn);

    /// <param name="AreaCodes">Leaves of the dictionary `competence-area`.</param>
    /// <param name="FindingIds">Of the file's findings.</param>
    /// <param name="Product">What it is expected to end with.</param>
    /// <param name="Resource">Of the resource map, where it was taken from it.</param>
    public sealed record Activity(
        Guid Id, RoadmapSection Section, string Title, string[] AreaCodes, Guid[] FindingIds, DateOnly StartsOn, DateOnly EndsOn, string? Resources,
        string Product, RouteActivityStatus Status, string? StatusReason, DateOnly? DoneOn, Resource? Resource = null);

    /// <summary>What an activity uses of the resource map: tied to it again where it is on the map that the reader has, a text elsewhere.</summary>
    /// <param name="Title">At most 300 characters.</param>
    /// <param name="Host">Who offers it; at most 500 characters.</param>
    /// <param name="RunId">The run that is meant.</param>
    public sealed record Resource(Guid Id, string Title, string Host, Guid? RunId = null);

    /// <param name="ActivityId">Of the file's activities.</param>
    /// <param name="KindCode">Of the dictionary `pedagogical-product`.</param>
    /// <param name="FileName">Of a file that is not in here.</param>
    /// <param name="Attitude">1 to 5.</param>
    /// <param name="AddedOn">The day on which it came into the route.</param>
    public sealed record Product(
        Guid ActivityId, string KindCode, string Title, string? FileName, string? Link, string? Text, string? Presented, DateOnly? PresentedOn,
        string? SeenBy, int Attitude, string AttitudeWords, DateOnly AddedOn);

    /// <param name="Plan">The activities as they were then; those that are no more have ids of their own.</param>
    public sealed record Version(int Number, CorrectionReason Reason, string Words, DateOnly MadeOn, PlannedActivity[] Plan);

    /// <param name="FindingId">The deficit that it is about; the route as a whole when null.</param>
    /// <param name="Closeness">Per cent.</param>
    /// <param name="Meaning">1 to 5.</param>
    /// <param name="Motivation">1 to 5.</param>
    public sealed record Reflection(Guid? FindingId, DateOnly MadeOn, int Closeness, int? Meaning, int? Motivation, string Words, bool Shared);

    /// <summary>What holds of each part alone; what holds between them is told by <see cref="RouteFileRules"/>.</summary>
    internal sealed class Validator : AbstractValidator<RouteFile>
    {
        public Validator()
        {
            RuleFor(f => f.StartsOn).InclusiveBetween(new DateOnly(2015, 1, 1), new DateOnly(2100, 1, 1));
            RuleFor(f => f.Image).MaximumLength(8000);
            RuleFor(f => f.Findings.Length).LessThanOrEqualTo(100).OverridePropertyName("findings");
            RuleFor(f => f.Alternatives.Length).LessThanOrEqualTo(10).OverridePropertyName("alternatives");
            RuleFor(f => f.Activities.Length).LessThanOrEqualTo(100).OverridePropertyName("activities");
            RuleFor(f => f.Products.Length).LessThanOrEqualTo(500).OverridePropertyName("products");
            RuleFor(f => f.Versions.Length).LessThanOrEqualTo(100).OverridePropertyName("versions");
            RuleFor(f => f.Reflections.Length).LessThanOrEqualTo(500).OverridePropertyName("reflections");
            RuleForEach(f => f.Alternatives).NotNull().SetValidator(new SaveRouteAlternatives.Alternative.Validator());
            RuleForEach(f => f.Findings).NotNull().ChildRules(finding =>
            {
                finding.RuleFor(f => f.Text).NotEmpty().MaximumLength(1000);
                finding.RuleFor(f => f.LevelBefore).InclusiveBetween(0, 100);
            });
            RuleForEach(f => f.Activities).NotNull().ChildRules(activity =>
            {
                activity.RuleFor(a => a.Title).NotEmpty().MaximumLength(500);
                activity.RuleFor(a => a.Product).NotEmpty().MaximumLength(1000);
                activity.RuleFor(a => a.Resources).MaximumLength(1000);
                activity.RuleFor(a => a.StatusReason).MaximumLength(1000);
                activity.RuleFor(a => a.AreaCodes.Length).LessThanOrEqualTo(10).OverridePropertyName("areaCodes");
                activity.RuleFor(a => a.FindingIds.Length).LessThanOrEqualTo(20).OverridePropertyName("findingIds");
                activity.RuleFor(a => a.Resource!).ChildRules(resource =>
                {
                    resource.RuleFor(r => r.Title).NotEmpty().MaximumLength(300);
                    resource.RuleFor(r => r.Host).MaximumLength(500);
                }).When(a => a.Resource is not null);
            });
            RuleForEach(f => f.Products).NotNull().ChildRules(product =>
            {
                product.RuleFor(p => p.Title).NotEmpty().MaximumLength(300);
                product.RuleFor(p => p.FileName).MaximumLength(200);
                product.RuleFor(p => p.Link).MaximumLength(1000).Must(link => link is null || Uri.TryCreate(link, UriKind.Absolute, out var uri)
                    && uri.Scheme is "http" or "https");
                product.RuleFor(p => p.Presented).MaximumLength(1000);
                product.RuleFor(p => p.SeenBy).MaximumLength(500);
                product.RuleFor(p => p.Attitude).InclusiveBetween(1, 5);
                product.RuleFor(p => p.AttitudeWords).NotEmpty().MaximumLength(2000);
            });
            RuleForEach(f => f.Versions).NotNull().ChildRules(version =>
            {
                version.RuleFor(v => v.Words).MaximumLength(2000);
                version.RuleForEach(v => v.Plan).NotNull().ChildRules(planned =>
                {
                    planned.RuleFor(a => a.Title).NotEmpty().MaximumLength(500);
                    planned.RuleFor(a => a.Product).NotEmpty().MaximumLength(1000);
                    planned.RuleFor(a => a.Resources).MaximumLength(1000);
                    planned.RuleFor(a => a.AreaCodes.Length).LessThanOrEqualTo(10).OverridePropertyName("areaCodes");
                    planned.RuleFor(a => a.FindingIds.Length).LessThanOrEqualTo(20).OverridePropertyName("findingIds");
                });
                version.RuleFor(v => v.Plan.Length).LessThanOrEqualTo(100).OverridePropertyName("plan");
            });
            RuleForEach(f => f.Reflections).NotNull().ChildRules(reflection =>
            {
                reflection.RuleFor(r => r.Closeness).InclusiveBetween(0, 100);
                reflection.RuleFor(r => r.Meaning).InclusiveBetween(1, 5);
                reflection.RuleFor(r => r.Motivation).InclusiveBetween(1, 5);
                reflection.RuleFor(r => r.Words).NotEmpty().MaximumLength(5000);
            });
        }
    }
}
