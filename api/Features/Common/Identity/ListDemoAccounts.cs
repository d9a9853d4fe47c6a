using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The accounts to try the demo with. There is no such list on a product in use: 404.</summary>
public static class ListDemoAccounts
{
    public static void Map(RouteGroupBuilder demo) =>
        demo.MapGet("/", (DemoAccounts accounts) => accounts.All.Count > 0
                ? TypedResults.Ok(accounts.All)
                : throw new NotFound())
            .Operation(nameof(ListDemoAccounts), Permission.Public);
}
