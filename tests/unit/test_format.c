#include "import/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "random.h"

#define AZURE_MCA                                                                                  \
    "invoiceId,previousInvoiceId,billingAccountId,billingAccountName,billingProfileId,"            \
    "billingProfileName,invoiceSectionId,invoiceSectionName,resellerName,resellerMpnId,"           \
    "costCenter,billingPeriodEndDate,billingPeriodStartDate,servicePeriodEndDate,"                 \
    "servicePeriodStartDate,date,serviceFamily,productOrderId,productOrderName,consumedService,"   \
    "meterId,meterName,meterCategory,meterSubCategory,meterRegion,ProductId,ProductName,"          \
    "SubscriptionId,subscriptionName,publisherType,publisherId,publisherName,resourceGroupName,"   \
    "ResourceId,resourceLocation,location,effectivePrice,quantity,unitOfMeasure,chargeType,"       \
    "billingCurrency,pricingCurrency,costInBillingCurrency,costInPricingCurrency,costInUsd,"       \
    "paygCostInBillingCurrency,paygCostInUsd,exchangeRatePricingToBilling,exchangeRateDate,"       \
    "isAzureCreditEligible,serviceInfo1,serviceInfo2,additionalInfo,tags,PayGPrice,frequency,"     \
    "term,reservationId,reservationName,pricingModel,unitPrice,costAllocationRuleName,benefitId,"  \
    "benefitName,provider"

/* Headers as providers write them, and the columns that are to be taken. */
static const struct {
    const char *header;
    const char *name;
    const char *columns[KAM_ROLES];
} formats[] = {
    /* FOCUS 1.0 */
    {"AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,"
     "BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,"
     "ChargeFrequency,ChargePeriodEnd,ChargePeriodStart,CommitmentDiscountCategory,"
     "CommitmentDiscountId,CommitmentDiscountName,CommitmentDiscountStatus,"
     "CommitmentDiscountType,ConsumedQuantity,ConsumedUnit,ContractedCost,ContractedUnitPrice,"
     "EffectiveCost,InvoiceIssuerName,ListCost,ListUnitPrice,PricingCategory,PricingQuantity,"
     "PricingUnit,ProviderName,PublisherName,RegionId,RegionName,ResourceId,ResourceName,"
     "ResourceType,ServiceCategory,ServiceName,SkuId,SkuPriceId,SubAccountId,SubAccountName,Tags",
     "FOCUS",
     {"SubAccountId", "SubAccountName", NULL, "BillingAccountId", "BillingPeriodStart",
      "BilledCost", NULL, "ServiceName", "BillingCurrency"}},
    /* FOCUS 1.2, with columns of the provider's own */
    {"AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingAccountType,"
     "BillingCurrency,BillingPeriodEnd,BillingPeriodStart,CapacityReservationId,"
     "CapacityReservationStatus,ChargeCategory,ChargeClass,ChargeDescription,ChargeFrequency,"
     "ChargePeriodEnd,ChargePeriodStart,CommitmentDiscountCategory,CommitmentDiscountId,"
     "CommitmentDiscountName,CommitmentDiscountQuantity,CommitmentDiscountStatus,"
     "CommitmentDiscountType,CommitmentDiscountUnit,ConsumedQuantity,ConsumedUnit,"
     "ContractedCost,ContractedUnitPrice,EffectiveCost,InvoiceId,InvoiceIssuerName,ListCost,"
     "ListUnitPrice,PricingCategory,PricingCurrency,PricingCurrencyContractedUnitPrice,"
     "PricingCurrencyEffectiveCost,PricingCurrencyListUnitPrice,PricingQuantity,PricingUnit,"
     "ProviderName,PublisherName,RegionId,RegionName,ResourceId,ResourceName,ResourceType,"
     "ServiceCategory,ServiceName,ServiceSubcategory,SkuId,SkuMeter,SkuPriceDetails,SkuPriceId,"
     "SubAccountId,SubAccountName,SubAccountType,Tags,x_Discounts,x_Operation,x_ServiceCode",
     "FOCUS",
     {"SubAccountId", "SubAccountName", NULL, "BillingAccountId", "BillingPeriodStart",
      "BilledCost", NULL, "ServiceName", "BillingCurrency"}},
    /* FOCUS as Oracle has it, from before 1.0 */
    {"AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,"
     "BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeDescription,ChargeFrequency,"
     "ChargePeriodEnd,ChargePeriodStart,ChargeSubCategory,CommitmentDiscountCategory,"
     "CommitmentDiscountId,CommitmentDiscountName,CommitmentDiscountType,EffectiveCost,"
     "InvoiceIssuer,ListCost,ListUnitPrice,PricingCategory,PricingQuantity,PricingUnit,Provider,"
     "Publisher,Region,ResourceId,ResourceName,ResourceType,ServiceCategory,ServiceName,SkuId,"
     "SkuPriceId,SubAccountId,SubAccountName,Tags,UsageQuantity,UsageUnit,x_oci_ReferenceNumber,"
     "x_oci_CompartmentId,x_oci_CompartmentName,x_oci_OverageFlag,x_oci_CostOverage",
     "FOCUS",
     {"SubAccountId", "SubAccountName", NULL, "BillingAccountId", "BillingPeriodStart",
      "BilledCost", NULL, "ServiceName", "BillingCurrency"}},
    /* FOCUS of a provider without sub accounts */
    {"BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,"
     "BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,ChargePeriodEnd,"
     "ChargePeriodStart,ContractedCost,EffectiveCost,InvoiceIssuerName,ListCost,PricingQuantity,"
     "PricingUnit,ProviderName,PublisherName,ServiceCategory,ServiceName",
     "FOCUS",
     {"BillingAccountId", "BillingAccountName", NULL, NULL, "BillingPeriodStart", "BilledCost",
      NULL, "ServiceName", "BillingCurrency"}},
    /* FOCUS loaded into a database and written out again */
    {"billed_cost,billing_account_id,billing_currency,billing_period_start,sub_account_id",
     "FOCUS",
     {"sub_account_id", NULL, NULL, "billing_account_id", "billing_period_start", "billed_cost",
      NULL, NULL, "billing_currency"}},
    /* the cost and usage report of AWS */
    {"identity/LineItemId,identity/TimeInterval,bill/InvoiceId,bill/InvoicingEntity,"
     "bill/BillingEntity,bill/BillType,bill/PayerAccountId,bill/BillingPeriodStartDate,"
     "bill/BillingPeriodEndDate,lineItem/UsageAccountId,lineItem/LineItemType,"
     "lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/ProductCode,lineItem/UsageType,"
     "lineItem/Operation,lineItem/AvailabilityZone,lineItem/ResourceId,lineItem/UsageAmount,"
     "lineItem/NormalizationFactor,lineItem/NormalizedUsageAmount,lineItem/CurrencyCode,"
     "lineItem/UnblendedRate,lineItem/UnblendedCost,lineItem/BlendedRate,lineItem/BlendedCost,"
     "lineItem/LineItemDescription,lineItem/TaxType,lineItem/LegalEntity,product/ProductName,"
     "product/availability,product/availabilityZone,product/clockSpeed,resourceTags/user:Name",
     "AWS CUR",
     {"lineItem/UsageAccountId", NULL, NULL, "bill/PayerAccountId", "bill/BillingPeriodStartDate",
      "lineItem/UnblendedCost", NULL, "product/ProductName", "lineItem/CurrencyCode"}},
    /* its second version */
    {"bill_bill_type,bill_billing_entity,bill_billing_period_end_date,"
     "bill_billing_period_start_date,bill_invoice_id,bill_invoicing_entity,"
     "bill_payer_account_id,bill_payer_account_name,cost_category,discount,"
     "discount_bundled_discount,discount_total_discount,identity_line_item_id,"
     "identity_time_interval,line_item_availability_zone,line_item_blended_cost,"
     "line_item_blended_rate,line_item_currency_code,line_item_legal_entity,"
     "line_item_line_item_description,line_item_line_item_type,line_item_net_unblended_cost,"
     "line_item_product_code,line_item_unblended_cost,line_item_unblended_rate,"
     "line_item_usage_account_id,line_item_usage_account_name,line_item_usage_amount,"
     "line_item_usage_end_date,line_item_usage_start_date,line_item_usage_type,product",
     "AWS CUR",
     {"line_item_usage_account_id", "line_item_usage_account_name", NULL, "bill_payer_account_id",
      "bill_billing_period_start_date", "line_item_unblended_cost", NULL, "line_item_product_code",
      "line_item_currency_code"}},
    /* of which columns may be left out */
    {"line_item_usage_account_id,line_item_line_item_type,line_item_unblended_cost,"
     "line_item_usage_start_date",
     "AWS CUR",
     {"line_item_usage_account_id", NULL, NULL, NULL, "line_item_usage_start_date",
      "line_item_unblended_cost", NULL, NULL, NULL}},
    {AZURE_MCA,
     "Azure cost details",
     {"SubscriptionId", "subscriptionName", NULL, "billingAccountId", "billingPeriodStartDate",
      "costInBillingCurrency", NULL, "meterCategory", "billingCurrency"}},
    {AZURE_MCA ",partnerTenantId,partnerName,customerTenantId,customerName,"
               "partnerEarnedCreditRate,partnerEarnedCreditApplied",
     "Azure partner cost details",
     {"SubscriptionId", "customerName", "customerTenantId", NULL, "billingPeriodStartDate",
      "costInBillingCurrency", NULL, "meterCategory", "billingCurrency"}},
    /* an enterprise agreement */
    {"BillingAccountId,BillingAccountName,BillingPeriodStartDate,BillingPeriodEndDate,"
     "BillingProfileId,BillingProfileName,AccountOwnerId,AccountName,SubscriptionId,"
     "SubscriptionName,Date,Product,PartNumber,MeterId,ServiceFamily,MeterCategory,"
     "MeterSubCategory,MeterRegion,MeterName,Quantity,EffectivePrice,Cost,UnitPrice,"
     "BillingCurrency,ResourceLocation,AvailabilityZone,ConsumedService,ResourceId,ResourceName,"
     "ServiceInfo1,ServiceInfo2,AdditionalInfo,Tags,InvoiceSectionId,InvoiceSection,CostCenter,"
     "UnitOfMeasure,ResourceGroup,ReservationId,ReservationName,ProductOrderId,ProductOrderName,"
     "OfferId,IsAzureCreditEligible,Term,PublisherName,PlanName,ChargeType,Frequency,"
     "PublisherType,PayGPrice,PricingModel,CostAllocationRuleName,benefitId,benefitName",
     "Azure cost details",
     {"SubscriptionId", "SubscriptionName", NULL, "BillingAccountId", "BillingPeriodStartDate",
      "Cost", NULL, "MeterCategory", "BillingCurrency"}},
    /* an older export of Azure */
    {"SubscriptionGuid,ResourceGroup,ResourceLocation,UsageDateTime,MeterCategory,"
     "MeterSubCategory,MeterId,MeterName,MeterRegion,UsageQuantity,ResourceRate,PreTaxCost,"
     "ConsumedService,ResourceType,InstanceId,Tags,OfferId,AdditionalInfo,ServiceInfo1,"
     "ServiceInfo2,ServiceName,ServiceTier,Currency,UnitOfMeasure",
     "Azure usage details",
     {"SubscriptionGuid", NULL, NULL, NULL, "UsageDateTime", "PreTaxCost", NULL, "MeterCategory",
      "Currency"}},
    {"lineItem/referenceNo,lineItem/tenantId,lineItem/intervalUsageStart,"
     "lineItem/intervalUsageEnd,product/service,product/compartmentId,product/compartmentName,"
     "product/region,product/availabilityDomain,product/resourceId,usage/billedQuantity,"
     "usage/billedQuantityOverage,cost/subscriptionId,cost/productSku,product/Description,"
     "cost/unitPrice,cost/unitPriceOverage,cost/myCost,cost/myCostOverage,cost/currencyCode,"
     "cost/billingUnitReadable,cost/skuUnitDescription,cost/overageFlag,lineItem/isCorrection,"
     "lineItem/backreferenceNo,tags/Oracle-Tags.CreatedBy",
     "OCI cost report",
     {"lineItem/tenantId", NULL, NULL, "cost/subscriptionId", "lineItem/intervalUsageStart",
      "cost/myCost", NULL, "product/service", "cost/currencyCode"}},
};

enum { FORMATS = sizeof formats / sizeof *formats, WIDEST = 700 };

/* A header, its texts in ROOM. */
struct header {
    char room[16384];
    size_t used;
    struct kam_text names[WIDEST];
    size_t count;
};

static void add_name(struct header *header, struct kam_text name)
{
    assert_true(header->count < WIDEST && header->used + name.len <= sizeof header->room);
    char *copy = header->room + header->used;
    memcpy(copy, name.ptr, name.len);
    header->used += name.len;
    header->names[header->count++] = (struct kam_text){copy, name.len};
}

static void read_header(struct header *header, const char *line)
{
    struct kam_text rest = kam_text_of(line);
    bool more = true;

    header->used = header->count = 0;
    while (more)
        add_name(header, kam_text_split(&rest, ',', &more));
}

static void shuffle(struct header *header, uint64_t *state)
{
    for (size_t i = header->count; i > 1; i--) {
        size_t j = random_below(state, (unsigned)i);
        struct kam_text name = header->names[j];
        header->names[j] = header->names[i - 1];
        header->names[i - 1] = name;
    }
}

static void fold_case(struct header *header, bool upper)
{
    for (size_t i = 0; i < header->used; i++) {
        char c = header->room[i];
        if (upper && c >= 'a' && c <= 'z')
            header->room[i] = (char)(c - 'a' + 'A');
        else if (!upper && c >= 'A' && c <= 'Z')
            header->room[i] = (char)(c - 'A' + 'a');
    }
}

static void check_columns(const struct header *header, size_t f, const char *how)
{
    const struct kam_export_format *format =
        kam_export_format_recognise(header->names, header->count);

    if (!format || strcmp(kam_export_format_name(format), formats[f].name) != 0)
        fail_msg("%s (case %zu), %s: taken for %s", formats[f].name, f, how,
                 format ? kam_export_format_name(format) : "nothing");
    for (int r = 0; r < KAM_ROLES; r++) {
        size_t column =
            kam_export_format_column(format, header->names, header->count, (enum kam_role)r);
        struct kam_text wanted = kam_text_of(formats[f].columns[r]);
        bool right = column == KAM_NO_COLUMN ? !formats[f].columns[r]
                                             : kam_text_equal_fold(header->names[column], wanted);
        if (!right)
            fail_msg("%s (case %zu), %s: %s is %s", formats[f].name, f, how,
                     kam_role_name((enum kam_role)r),
                     column == KAM_NO_COLUMN ? "missing" : kam_show(header->names[column]).s);
    }
}

static void formats_are_recognised(void **unused)
{
    struct header header;

    (void)unused;
    for (size_t f = 0; f < FORMATS; f++) {
        read_header(&header, formats[f].header);
        check_columns(&header, f, "as it is");
        fold_case(&header, true);
        check_columns(&header, f, "in capitals");
        fold_case(&header, false);
        check_columns(&header, f, "in small letters");
    }
}

static void order_and_further_columns_do_not_matter(void **unused)
{
    enum { FILLERS = 600, ROUNDS = 20 };
    uint64_t state = 20261005;
    struct header header;

    (void)unused;
    for (size_t f = 0; f < FORMATS; f++) {
        read_header(&header, formats[f].header);
        for (int i = 0; i < FILLERS; i++) {
            char name[32];
            int n = snprintf(name, sizeof name, "resourceTags/user:%d", i);
            add_name(&header, (struct kam_text){name, (size_t)n});
        }
        for (int i = 0; i < ROUNDS; i++) {
            shuffle(&header, &state);
            check_columns(&header, f, "shuffled");
        }
    }
}

/* Without its account, month or amount it may be another format, but then has what that takes. */
static void what_is_recognised_has_what_it_takes(void **unused)
{
    static const enum kam_role needed[] = {KAM_ROLE_ACCOUNT, KAM_ROLE_MONTH, KAM_ROLE_AMOUNT};
    struct header header;
    size_t recognised = 0;

    (void)unused;
    for (size_t f = 0; f < FORMATS; f++) {
        read_header(&header, formats[f].header);
        for (size_t left_out = 0; left_out < header.count; left_out++) {
            struct kam_text name = header.names[left_out];
            header.names[left_out] = KAM_TEXT("left out");
            const struct kam_export_format *format =
                kam_export_format_recognise(header.names, header.count);
            recognised += format != NULL;
            for (size_t r = 0; format && r < sizeof needed / sizeof *needed; r++)
                if (kam_export_format_column(format, header.names, header.count, needed[r]) ==
                    KAM_NO_COLUMN)
                    fail_msg("case %zu without %s has no %s", f, kam_show(name).s,
                             kam_role_name(needed[r]));
            header.names[left_out] = name;
        }
    }
    assert_true(recognised > 0);
}

static void near_misses_are_not(void **unused)
{
    static const char *const headers[] = {
        "",
        "account,month,amount",
        "客户编号,账期,出账金额",
        "account_id,lines,revenue",
        "BilledCost",
        /* prices and usage without costs */
        "BillingAccountId,BillingCurrency,BillingPeriodStart,SubAccountId,EffectiveCost,ListCost",
        "SubscriptionId,MeterCategory,Date,Quantity",
        "MeterCategory,CostInBillingCurrency,Date",
        "lineItem/tenantId,lineItem/intervalUsageStart,product/service,usage/billedQuantity",
        "lineItem/UsageAccountId,lineItem/LineItemType,lineItem/BlendedCost,"
        "lineItem/UsageStartDate",
        /* names that are nearly those */
        "BilledCosts,BillingAccountId,BillingCurrency,BillingPeriodStart,SubAccountId",
        "BilledCos,BillingAccountId,BillingCurrency,BillingPeriodStart,SubAccountId",
        "x_BilledCost,BillingAccountId,BillingCurrency,BillingPeriodStart,SubAccountId",
        "BilledCost\xC2\xA0,BillingAccountId,BillingCurrency,BillingPeriodStart,SubAccountId",
        /* an ERP's own export */
        "SubscriptionId,Cost,Date",
        /* Google's cost table */
        "Billing account name,Billing account ID,Project name,Project ID,Project hierarchy,"
        "Service description,Service ID,SKU description,SKU ID,Credit type,Cost type,"
        "Usage start date,Usage end date,Usage amount,Usage unit,Unrounded cost ($),Cost ($)",
    };
    struct header header;

    (void)unused;
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        read_header(&header, headers[i]);
        const struct kam_export_format *format =
            kam_export_format_recognise(header.names, header.count);
        if (format)
            fail_msg("%s: taken for %s", headers[i], kam_export_format_name(format));
    }
    assert_null(kam_export_format_recognise(NULL, 0));
}

static void the_first_of_two_columns_is_taken(void **unused)
{
    struct header header;

    (void)unused;
    read_header(&header, "SubscriptionId,Cost,MeterCategory,MeterSubCategory,Date,cost");
    const struct kam_export_format *format =
        kam_export_format_recognise(header.names, header.count);
    assert_non_null(format);
    assert_int_equal(kam_export_format_column(format, header.names, header.count, KAM_ROLE_AMOUNT),
                     1);
}

static void the_next_column_stands_in_for_the_first(void **unused)
{
    struct header header;

    (void)unused;
    read_header(&header, "line_item_product_code,line_item_usage_account_id,product_product_name,"
                         "line_item_line_item_type,line_item_unblended_cost,"
                         "line_item_usage_start_date");
    const struct kam_export_format *format =
        kam_export_format_recognise(header.names, header.count);
    assert_non_null(format);
    assert_int_equal(kam_export_format_column(format, header.names, header.count, KAM_ROLE_SERVICE),
                     2);
    assert_int_equal(
        kam_export_format_fallback(format, header.names, header.count, KAM_ROLE_SERVICE), 0);
    assert_int_equal(
        kam_export_format_fallback(format, header.names, header.count, KAM_ROLE_AMOUNT),
        KAM_NO_COLUMN);
    assert_int_equal(kam_export_format_fallback(format, header.names, header.count, KAM_ROLE_PAYER),
                     KAM_NO_COLUMN);
}

static void azure_writes_the_month_first(void **unused)
{
    struct header header;

    (void)unused;
    assert_int_equal(kam_export_format_dates(NULL), KAM_DATES_UNDECIDED);
    for (size_t f = 0; f < FORMATS; f++) {
        bool month_first = strstr(formats[f].name, "cost details") != NULL;
        read_header(&header, formats[f].header);
        const struct kam_export_format *format =
            kam_export_format_recognise(header.names, header.count);
        assert_int_equal(kam_export_format_dates(format),
                         month_first ? KAM_DATES_MDY : KAM_DATES_UNDECIDED);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_are_recognised),
        cmocka_unit_test(order_and_further_columns_do_not_matter),
        cmocka_unit_test(what_is_recognised_has_what_it_takes),
        cmocka_unit_test(near_misses_are_not),
        cmocka_unit_test(the_first_of_two_columns_is_taken),
        cmocka_unit_test(the_next_column_stands_in_for_the_first),
        cmocka_unit_test(azure_writes_the_month_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
