using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The accounts of the demo; there is no such list on a product in use.</summary>
public static class ListDemoAccounts
{
    public static void Map(RouteGroupBuilder demo) =>
        demo.MapGet("/", (DemoAccounts accounts) => accounts.All.Count > 0
                ? TypedResults.Ok(accounts.All)
                : throw new NotFound())
            .WithSummary("The accounts to try the demo with; 404 unless the product runs as a demo")
            .Operation(nameof(ListDemoAccounts), Permission.Public);
}
