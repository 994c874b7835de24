// Generated from spec/schemas/payment-event.schema.json by `npm run generate`: edit that instead.

/** The JSON Schema of an event of a payment. */
export const PAYMENT_EVENT_SCHEMA = {
  "title": "PaymentEvent",
  "description": "An event of a payment, as webhooks receive it: a CloudEvent (CloudEvents 1.0, JSON format) and a payload of Standard Webhooks. It contains no data of the customer and no payment method.",
  "type": "object",
  "required": [
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "timestamp",
    "data"
  ],
  "properties": {
    "specversion": {
      "const": "1.0"
    },
    "id": {
      "description": "The same for each delivery of the event, and equal to the header webhook-id. Receivers process an id once.",
      "type": "string",
      "pattern": "^evt_[0-9a-f]{32}$",
      "examples": [
        "evt_b7d2b4cf2fbd4bb3b38d7d8d4b7e1c4a"
      ]
    },
    "source": {
      "description": "The system that sends the event.",
      "type": "string",
      "format": "uri-reference",
      "minLength": 1,
      "examples": [
        "/payment/live"
      ]
    },
    "type": {
      "description": "The new state of the payment.",
      "enum": [
        "payment.processed",
        "payment.refunded",
        "payment.cancelled"
      ]
    },
    "subject": {
      "description": "The id of the payment.",
      "type": "string",
      "minLength": 1,
      "examples": [
        "pay-1"
      ]
    },
    "time": {
      "description": "When the state changed.",
      "type": "string",
      "format": "date-time"
    },
    "datacontenttype": {
      "const": "application/json"
    },
    "timestamp": {
      "description": "Equals time; Standard Webhooks requires it.",
      "type": "string",
      "format": "date-time"
    },
    "data": {
      "type": "object",
      "required": [
        "payment_id",
        "version",
        "status",
        "amount",
        "currency",
        "created_at"
      ],
      "properties": {
        "payment_id": {
          "description": "The id of the payment.",
          "type": "string",
          "minLength": 1,
          "examples": [
            "pay-1"
          ]
        },
        "version": {
          "description": "Counts the state changes of the payment from 1. Deliveries can arrive in any order: a receiver ignores an event with a lower version than it has seen.",
          "type": "integer",
          "minimum": 1
        },
        "status": {
          "enum": [
            "processed",
            "refunded",
            "cancelled"
          ]
        },
        "amount": {
          "description": "An exact decimal in units of the currency.",
          "type": "string",
          "pattern": "^(0|[1-9][0-9]*)([.][0-9]+)?$",
          "examples": [
            "10.25"
          ]
        },
        "currency": {
          "description": "An ISO 4217 alphabetic code.",
          "type": "string",
          "examples": [
            "USD"
          ]
        },
        "created_at": {
          "description": "When the payment was stored.",
          "type": "string",
          "format": "date-time"
        }
      },
      "additionalProperties": false
    }
  },
  "additionalProperties": false
} as const;
